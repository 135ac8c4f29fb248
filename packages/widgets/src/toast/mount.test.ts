// @vitest-environment happy-dom
import type { Snapshot, View } from '@waymark/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMounting, viewOf } from '../../fixtures/mounting.js';
import { states } from '../../fixtures/states.js';
import { mountToast } from './mount.js';

const home = viewOf('home');
const after = (name: string) => states[name]?.after as View;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const mount = createMounting();

const settle = (ms = 100) => vi.advanceTimersByTimeAsync(ms);

async function mountAt(first: View = home, since?: Snapshot) {
  const onOpen = vi.fn();
  const { handle: toast, client, root } = mount(first, (place) => mountToast({ ...place, onOpen, since }));
  await settle();
  const show = async (view: View) => {
    client.show(view);
    await settle();
  };
  const text = () => root.querySelector('.toast')?.textContent ?? null;
  return { toast, root, show, text, onOpen, spoken: () => root.querySelector('[role=status]')?.textContent };
}

describe('the toast', () => {
  it('tells of a badge, says it aloud, and goes by itself without ever having had the focus', async () => {
    const { show, text, spoken } = await mountAt();
    expect(text()).toBeNull();
    await show(after('toast'));
    expect(text()).toContain('Badge earned, gold');
    expect(text()).toContain('Shipper');
    expect(spoken()).toBe('Badge earned, gold: Shipper');
    expect(document.activeElement).toBe(document.body);
    await settle(8_000);
    expect(text()).toBeNull();
    expect(spoken()).toBe('');
  });

  it('is one for several awards, also for those that come while it is seen', async () => {
    const { show, text, root } = await mountAt();
    await show(after('toast-many'));
    expect(text()).toContain('Your first release');
    expect(text()).toContain('and 1 more award');
    const { snapshot } = after('toast-many');
    await show({ ...home, snapshot: snapshot && { ...snapshot, level: 4 } });
    expect(text()).toContain('and 2 more awards');
    expect(root.querySelectorAll('.toast')).toHaveLength(1);
  });

  it('tells of what was won before it was loaded', async () => {
    const { text } = await mountAt(after('toast-level'), home.snapshot ?? undefined);
    expect(text()).toContain('Level 5 reached');
    expect(text()).toContain('Trailblazer');
  });

  it('is silent in quiet mode, while hushed, and about points alone', async () => {
    const quiet = await mountAt();
    const { snapshot } = after('toast');
    const preferences = { ranking: 'name', alias: null, quiet: true } as const;
    await quiet.show({ ...home, snapshot: snapshot && { ...snapshot, preferences } });
    expect(quiet.text()).toBeNull();
    const hushed = await mountAt();
    hushed.toast.setHushed(true);
    await hushed.show(after('toast'));
    expect(hushed.text()).toBeNull();
    hushed.toast.setHushed(false);
    await settle(1_000);
    expect(hushed.text()).toBeNull();
    const points = await mountAt();
    await points.show({
      ...home,
      growth: 1_300,
      snapshot: home.snapshot && { ...home.snapshot, growth: 1_300 },
    });
    expect(points.text()).toBeNull();
  });

  it('waits until a dialog of the page is closed', async () => {
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('aria-modal', 'true');
    dialog.getClientRects = () => [{}] as unknown as DOMRectList;
    const { show, text } = await mountAt();
    await show(after('toast'));
    await settle(3_000);
    expect(text()).toBeNull();
    dialog.remove();
    await settle(1_000);
    expect(text()).toContain('Shipper');
  });

  it('leads to the user center, and is put away by its button and by Escape', async () => {
    const { show, root, text, onOpen } = await mountAt();
    await show(after('toast'));
    root.querySelector<HTMLElement>('.look')?.click();
    await settle();
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(text()).toBeNull();
    for (const away of [
      () => root.querySelector<HTMLElement>('.away')?.click(),
      () =>
        root
          .querySelector('.toast')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    ]) {
      await show(home);
      await show(after('toast'));
      expect(text()).not.toBeNull();
      away();
      await settle();
      expect(text()).toBeNull();
    }
  });

  it('forgets what was another person’s', async () => {
    const { show, text } = await mountAt();
    await show(after('toast'));
    const { snapshot } = home;
    await show({ ...home, snapshot: snapshot && { ...snapshot, user: { id: 'u-other', name: 'Other' } } });
    expect(text()).toBeNull();
  });
});
