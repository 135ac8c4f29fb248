// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { defineElement } from './elements.js';

describe('a custom element', () => {
  it('shows its widget wherever the page puts it, before or after the client starts', () => {
    document.body.append(document.createElement('waymark-a'));
    const shown: Element[] = [];
    const undo = defineElement('waymark-a', (host) => {
      shown.push(host);
      return () => shown.splice(shown.indexOf(host), 1);
    });
    document.body.append(document.createElement('waymark-a'));
    expect(shown).toHaveLength(2);
    document.querySelector('waymark-a')?.remove();
    expect(shown).toHaveLength(1);
    undo();
    expect(shown).toHaveLength(0);
  });

  it('belongs to one client at a time, and to the next after that one is gone', () => {
    const first = defineElement('waymark-b', () => () => {});
    expect(() => defineElement('waymark-b', () => () => {})).toThrow('belongs to another client');
    first();
    const mount = vi.fn(() => () => {});
    defineElement('waymark-b', mount);
    document.body.append(document.createElement('waymark-b'));
    expect(mount).toHaveBeenCalledTimes(1);
  });
});
