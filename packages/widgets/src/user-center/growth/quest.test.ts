import type { QuestView } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { inOrder, isNext, nearest, shareOf, stepsDone } from './quest.js';

const quest = (id: string, done: number[], over: Partial<QuestView> = {}): QuestView => ({
  id,
  name: id,
  description: null,
  by: 'member',
  ordered: false,
  steps: done.map((progress) => ({ name: 'step', progress, at: 4, done: progress >= 4 })),
  points: 0,
  until: null,
  state: 'open',
  doneOn: null,
  ...over,
});

it('counts done steps, and those under way in part', () => {
  expect(stepsDone(quest('a', [4, 2, 0, 0]))).toBe(1);
  expect(shareOf(quest('a', [4, 2, 0, 0]))).toBe(0.375);
  expect(shareOf(quest('a', []))).toBe(0);
});

it('lets any open step be next, and only the first one where steps have an order', () => {
  const next = (of: QuestView) => of.steps.map((_, i) => isNext(of, i));
  expect(next(quest('a', [0, 4, 1]))).toEqual([true, false, true]);
  expect(next(quest('a', [4, 0, 1], { ordered: true }))).toEqual([false, true, false]);
  expect(next(quest('a', [4, 0], { state: 'missed' }))).toEqual([false, false]);
});

it('puts the nearest open quest first, of equals the one that ends sooner, then done and missed ones, newest first', () => {
  const quests = [
    quest('missed', [0], { state: 'missed', until: '2026-08-01' }),
    quest('old', [4], { state: 'done', doneOn: '2026-07-01' }),
    quest('new', [4], { state: 'done', doneOn: '2026-08-01' }),
    quest('far', [1, 0]),
    quest('later', [4, 0], { until: '2026-10-01' }),
    quest('sooner', [4, 0], { until: '2026-09-01' }),
    quest('endless', [4, 0]),
  ];
  expect(inOrder(quests).map(({ id }) => id)).toEqual([
    'sooner',
    'later',
    'endless',
    'far',
    'new',
    'old',
    'missed',
  ]);
  expect(nearest(quests)?.id).toBe('sooner');
  expect(nearest(quests.slice(0, 3))).toBeNull();
});
