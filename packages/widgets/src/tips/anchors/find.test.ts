// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { findAnchor } from './find.js';
import type { Root } from './query.js';

const put = (html: string) => {
  document.body.innerHTML = html;
  for (const element of document.querySelectorAll('*')) {
    // Without a layout of its own it says of everything that it is drawn.
    if (element.hasAttribute('hidden')) element.getClientRects = () => [] as unknown as DOMRectList;
  }
};
const idOf = (anchor: Parameters<typeof findAnchor>[0], roots: Root[] = [document]) =>
  findAnchor(anchor, roots).element?.id ?? null;
afterEach(() => {
  document.body.innerHTML = '';
});

describe('an element', () => {
  it('is found by its name before anything else, and along its chain without one', () => {
    put('<b id="a" class="x"></b><b id="b" data-waymark="share"></b>');
    expect(idOf({ name: 'share', chain: ['.x'] })).toBe('b');
    expect(idOf({ name: 'other', chain: ['.x'] })).toBe('a');
    expect(idOf({ name: 'a"]b\\c' })).toBeNull();
  });

  it('is found in shadow roots: by name in those that are known, along a chain by the hosts it names', () => {
    put('<x-menu id="host"></x-menu>');
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<b id="inside" data-waymark="deep" class="entry"></b>';
    expect(idOf({ name: 'deep' })).toBeNull();
    expect(idOf({ name: 'deep' }, [document, root])).toBe('inside');
    expect(idOf({ chain: ['x-menu', '.entry'] })).toBe('inside');
  });

  it('is, of several, the one that is drawn, says the text and has the role, in this order', () => {
    put(
      '<a id="a" class="x" hidden>Send now</a><a id="b" class="x">Save</a><a id="c" class="x" role="button">Save</a><b id="d" class="x"> Send\n now </b>',
    );
    expect(idOf({ chain: ['.x'] })).toBe('b');
    expect(idOf({ chain: ['.x'], role: 'button' })).toBe('c');
    expect(idOf({ chain: ['.x'], text: 'send now', role: 'button' })).toBe('d');
  });

  it('that is not there comes with all that was tried, selectors that throw among it', () => {
    put('<i></i>');
    expect(findAnchor({ name: 'gone', chain: ['##'] }, [document])).toEqual({
      element: null,
      tried: ['[data-waymark="gone"]: not found', '##: no selector', '##: not found'],
    });
    expect(findAnchor({ chain: ['i', '.deep'] }, [document]).tried).toEqual(['i: nothing to look into']);
  });
});
