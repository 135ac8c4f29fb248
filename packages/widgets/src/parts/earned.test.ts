// @vitest-environment happy-dom
import type { Snapshot, View } from '@waymark/contracts';
import { expect, it, vi } from 'vitest';
import { atTheirDay, createMounting, viewOf } from '../../fixtures/mounting.js';
import { mountPart } from './mount.js';

atTheirDay();
const mount = createMounting();

function viewWith(change: (snapshot: Snapshot) => Partial<Snapshot>): View {
  const view = viewOf('growth');
  const { snapshot } = view;
  if (snapshot === null) throw new Error('Expected a snapshot.');
  return { ...view, snapshot: { ...snapshot, ...change(snapshot) } };
}

it('shows a withheld badge as one to come back, and with what', async () => {
  const view = viewWith(({ badges }) => ({
    badges: badges.slice(0, 1).map((badge) => ({
      ...badge,
      name: 'Crew',
      secret: false,
      tiers: [{ tier: 'gold', at: 1, earnedAt: null, withheld: '2026-08-01T10:00:00Z' }],
      missing: ['Trailblazer', 'Partners'],
    })),
  }));
  const { root } = mount(view, (place) => mountPart({ ...place, part: 'badge-wall', locale: 'en' }));
  await vi.waitFor(() => expect(root.querySelector('.badge.withheld button')).not.toBeNull());
  const button = root.querySelector<HTMLElement>('.badge.withheld button');
  expect(button?.getAttribute('aria-label')).toBe('Crew, Back with Trailblazer · Partners');
  button?.click();
  await vi.waitFor(() =>
    expect(root.querySelector('.tiers')?.textContent).toContain('Back with Trailblazer'),
  );
});

it('says what a quest brings to spend, unless it is too late', async () => {
  const earns = [{ currency: 'credits', name: 'Credits', amount: 30 }];
  const view = viewWith(({ quests }) => ({
    quests: quests.map((quest) => ({ ...quest, earns })),
  }));
  const { root } = mount(view, (place) => mountPart({ ...place, part: 'quests', locale: 'en' }));
  await vi.waitFor(() => expect(root.querySelector('.quest')).not.toBeNull());
  const noteOf = (state: string) => root.querySelector(`.quest.${state} .what .note`)?.textContent;
  expect(noteOf('open')).toContain(' · +30 Credits');
  expect(noteOf('missed')).not.toContain('Credits');
});
