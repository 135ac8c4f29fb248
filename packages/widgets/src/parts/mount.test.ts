// @vitest-environment happy-dom
import type { View } from '@waymark/contracts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { atTheirDay, createMounting, viewOf } from '../../fixtures/mounting.js';
import { snapshot } from '../../fixtures/snapshot.js';
import { type MountPartOptions, mountPart } from './mount.js';
import { PARTS, type PartName } from './Part.js';

// What is loaded later is at hand, so that nothing here waits for a busy machine to read it.
beforeAll(async () => {
  await Promise.all([
    import('../user-center/badges/index.js'),
    import('../user-center/preferences/index.js'),
    import('../user-center/rewards/index.js'),
  ]);
});
atTheirDay();
const mount = createMounting();

function mountAt(part: PartName, state: string | View, options: Partial<MountPartOptions> = {}) {
  return mount(state, (place) => mountPart({ ...place, part, ...options }));
}

describe.each(PARTS)('the part "%s"', (part) => {
  it('is a skeleton until the hub has spoken', () => {
    const { root } = mountAt(part, 'loading');
    expect(root.querySelector('[role=status]')?.getAttribute('aria-label')).toBe('Loading your progress');
    expect(root.querySelectorAll('.bone').length).toBeGreaterThan(1);
  });

  it('says what happened, and tries again when asked to', () => {
    const { root, text, client } = mountAt(part, 'refused');
    expect(text()).toContain('Your points are safe.');
    root.querySelector<HTMLElement>('.failure .button')?.click();
    expect(client.calls).toEqual(['retry']);
  });

  it('says offline that nothing is lost, above what it knows', () => {
    expect(mountAt(part, 'offline').text()).toContain('Nothing is lost: 3 events are waiting.');
    expect(mountAt(part, 'offline-unknown').text()).toContain('You are offline');
  });

  it('speaks Chinese, and takes itself away', () => {
    const { root, handle, text } = mountAt(part, 'home', { locale: 'zh-CN' });
    expect(text()).toMatch(/\p{Script=Han}/u);
    handle.dispose();
    expect(root.childNodes.length).toBe(0);
    expect(root.adoptedStyleSheets).toEqual([]);
  });
});

it.each([
  ['badge-wall', 'There is no badge to earn yet.'],
  ['ranking', 'There is no ranking here.'],
  ['quests', 'No quest is running right now.'],
  ['streak', 'No streak is kept here.'],
  ['ledger', 'No points yet.'],
  ['rewards', 'There is nothing to redeem right now.'],
] as const)('says in a sentence that "%s" is empty', async (part, sentence) => {
  const { text } = mountAt(part, 'parts-empty');
  await vi.waitFor(() => expect(text()).toContain(sentence));
});

it('leads to the user center from an empty ledger, where there is one', () => {
  const onOpen = vi.fn();
  const { root } = mountAt('ledger', 'empty', { onOpen });
  root.querySelector<HTMLElement>('.empty button')?.click();
  expect(onOpen).toHaveBeenCalledTimes(1);
  expect(mountAt('ledger', 'empty').root.querySelector('.empty button')).toBeNull();
});

it('shows the level that foretold points reach', () => {
  const { client, text } = mountAt('level', 'home');
  expect(text()).toContain('Navigator');
  client.show({ ...viewOf('home'), growth: 1_512, level: 4 });
  return vi.waitFor(() => expect(text()).toContain('Trailblazer'));
});

it('lets somebody out of rankings, and in again', async () => {
  const { root, client, text } = mountAt('ranking', 'home');
  root.querySelector<HTMLElement>('.link')?.click();
  await vi.waitFor(() => expect(root.querySelector('.preferences')).not.toBeNull());
  root.querySelectorAll<HTMLInputElement>('[type=radio]')[2]?.click();
  await vi.waitFor(() => expect(text()).toContain('Saved'));
  expect(client.calls).toEqual(['prefer {"ranking":"hidden"}']);
  root.querySelector<HTMLElement>('.back')?.click();
  await vi.waitFor(() => expect(text()).toContain('You take part in no ranking.'));
  expect(root.querySelector('.places')).toBeNull();
});

it('says that too few take part', () => {
  const rankings = snapshot.rankings.slice(0, 1).map((ranking) => ({ ...ranking, withheld: 'few' as const }));
  const view = { ...viewOf('home'), snapshot: { ...snapshot, rankings } };
  expect(mountAt('ranking', view).text()).toContain('Too few people take part');
});

it('says in the ledger what was earned, spent and given back', () => {
  const { root } = mountAt('ledger', 'rewards');
  const points = [...root.querySelectorAll('.entry .points')].map(({ textContent }) => textContent);
  expect(points).toEqual(['-150 Credits', '+40+20 Credits', '+200 Credits']);
});
