// @vitest-environment happy-dom
import type { View } from '@waymark/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMounting, viewOf } from '../../fixtures/mounting.js';
import { mountLauncher } from './mount.js';

const home = viewOf('home');
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const mount = createMounting();

/** Lets everything Preact has put off happen, up to `ms` from now. */
const settle = (ms = 100) => vi.advanceTimersByTimeAsync(ms);

async function mountAt(first: View) {
  const onPress = vi.fn();
  const onNear = vi.fn();
  const {
    handle: launcher,
    client,
    root,
  } = mount(first, (place) => mountLauncher({ ...place, onPress, onNear }));
  await settle();
  const show = async (next: View) => {
    client.show(next);
    await settle();
  };
  return {
    launcher,
    root,
    show,
    onPress,
    onNear,
    button: () => root.querySelector('button') as HTMLButtonElement,
  };
}

const withBadge = (view: View): View => {
  const snapshot = view.snapshot && {
    ...view.snapshot,
    badges: view.snapshot.badges.map((badge) => ({
      ...badge,
      tiers: badge.tiers.map((tier) => ({ ...tier, earnedAt: tier.earnedAt ?? '2026-08-22T15:00:00Z' })),
    })),
  };
  return { ...view, snapshot };
};

describe('the launcher', () => {
  it('is quiet about what somebody has on first sight, and counts what comes after', async () => {
    const { button, show, launcher } = await mountAt(home);
    expect(button().getAttribute('aria-label')).toBe('Your progress');
    await show(withBadge(home));
    expect(button().getAttribute('aria-label')).toMatch(/^Your progress, \d+ new awards$/);
    expect(button().querySelector('.unread')?.textContent).toBe('9+');
    launcher.setExpanded(true);
    await settle();
    expect(button().querySelector('.unread')).toBeNull();
    launcher.setExpanded(false);
    await settle();
    expect(button().getAttribute('aria-label')).toBe('Your progress');
  });

  it('shows points that come for a moment, adds up what comes meanwhile, and takes back what was not granted', async () => {
    const { root, show } = await mountAt(home);
    const gain = () => root.querySelector('.gain')?.textContent ?? null;
    expect(gain()).toBeNull();
    await show({ ...home, growth: 1_250 });
    expect(gain()).toBe('+10');
    await show({ ...home, growth: 1_265 });
    expect(gain()).toBe('+25');
    await settle(3_000);
    expect(gain()).toBeNull();
    await show({ ...home, growth: 1_300 });
    await show({ ...home, growth: 1_265 });
    expect(gain()).toBeNull();
  });

  it('says nothing of points when the person changes', async () => {
    const { root, show } = await mountAt({ ...home, growth: 10 });
    const other = home.snapshot && { ...home.snapshot, user: { id: 'u-other', name: 'Other' } };
    await show({ ...home, snapshot: other });
    expect(root.querySelector('.gain')).toBeNull();
  });

  it('tells when it is pressed, and whether the user center is open', async () => {
    const { button, onPress, launcher } = await mountAt(home);
    button().click();
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(button().getAttribute('aria-expanded')).toBe('false');
    launcher.setExpanded(true);
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });

  it('says when a pointer or the focus comes near', async () => {
    const { button, onNear } = await mountAt(home);
    expect(onNear).not.toHaveBeenCalled();
    button().dispatchEvent(new Event('pointerenter'));
    button().dispatchEvent(new Event('focus'));
    expect(onNear).toHaveBeenCalledTimes(2);
  });

  it('stands before the hub has spoken', async () => {
    const { button } = await mountAt({ ...home, snapshot: null, connection: 'connecting' });
    expect(button().getAttribute('aria-label')).toBe('Your progress');
  });
});
