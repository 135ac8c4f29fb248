// @vitest-environment happy-dom
import type { View } from '@waymark/contracts';
import { mountLauncher } from '@waymark/widgets/launcher';
import { mountUserCenter } from '@waymark/widgets/user-center';
import { expect, it, vi } from 'vitest';
import { createClient } from '../fixtures/client.js';
import { states } from '../fixtures/states.js';

it('mounts the launcher and the user center beside each other, and takes both away', async () => {
  const view = states.home?.view;
  if (view === undefined) throw new Error('Expected the state "home".');
  const client = createClient(view);
  const launcher = mountLauncher({ client, locale: 'en', onPress: () => center.open() });
  const center = mountUserCenter({ client, locale: 'en', onOpen: () => launcher.setExpanded(true) });
  const roots = () => [...document.querySelectorAll('waymark-surface')].map((host) => host.shadowRoot);
  expect(roots().length).toBe(2);
  roots()[0]?.querySelector('button')?.click();
  expect(center.isOpen).toBe(true);
  await vi.waitFor(() =>
    expect(roots()[0]?.querySelector('button')?.getAttribute('aria-expanded')).toBe('true'),
  );
  expect(roots()[1]?.textContent).toContain('260 to Trailblazer');
  center.dispose();
  launcher.dispose();
  expect(roots()).toEqual([]);
});

it('keeps two user centers on one page apart', () => {
  const [first, second] = ['home', 'last'].map((name) => {
    const host = document.body.appendChild(document.createElement('waymark-user-center'));
    const view = states[name]?.view as View;
    return {
      host,
      center: mountUserCenter({ client: createClient(view), host, mode: 'inline', locale: 'en' }),
    };
  });
  expect(first?.host.shadowRoot?.textContent).toContain('1,240');
  first?.center.dispose();
  expect(first?.host.shadowRoot?.textContent).toBe('');
  expect(second?.host.shadowRoot?.textContent).toContain('4,200');
  second?.center.dispose();
});
