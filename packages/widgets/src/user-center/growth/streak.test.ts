import type { StreakPeriodView } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { streaks } from '../../../fixtures/growth.js';
import { countsOf, pulseOf, runSince, weeksOf } from './streak.js';

const day = (text: string): StreakPeriodView => ({ day: text, state: 'active' });

it('puts days into weeks from Monday to Sunday, with gaps where the calendar begins and ends', () => {
  // 21 August 2026 is a Friday.
  const weeks = weeksOf(['2026-08-21', '2026-08-22', '2026-08-23', '2026-08-24'].map(day));
  expect(weeks.map((week) => week.map((period) => period?.day.slice(8) ?? ''))).toEqual([
    ['', '', '', '', '21', '22', '23'],
    ['24', '', '', '', '', '', ''],
  ]);
});

it('starts a new week where a working calendar leaves out weekends', () => {
  const weeks = weeksOf(['2026-08-20', '2026-08-21', '2026-08-25'].map(day));
  expect(weeks.map((week) => week.filter((period) => period !== null).length)).toEqual([2, 1]);
});

it('loses no day', () => {
  const periods = streaks[0]?.periods ?? [];
  expect(
    weeksOf(periods)
      .flat()
      .filter((period) => period !== null),
  ).toEqual(periods);
  expect(weeksOf(periods)).toHaveLength(12);
});

it('says whether now is done, off, or still to do', () => {
  const [workdays, weeks] = streaks;
  if (workdays === undefined || weeks === undefined) throw new Error('Expected two streaks.');
  const open = [...workdays.periods.slice(0, -1), { day: '2026-08-22', state: 'open' as const }];
  expect(pulseOf(weeks)).toBe('now');
  expect(pulseOf(workdays)).toBe('off');
  const away = [...workdays.periods.slice(0, -1), { day: '2026-08-22', state: 'paused' as const }];
  expect(pulseOf({ ...workdays, periods: away })).toBe('leave');
  expect(pulseOf({ ...workdays, periods: open })).toBe('keep');
  expect(pulseOf({ ...workdays, periods: open, current: 0 })).toBe('start');
});

it('counts each state', () => {
  expect(countsOf(streaks[1]?.periods ?? [])).toEqual({
    active: 10,
    missed: 2,
    frozen: 0,
    paused: 0,
    off: 0,
    open: 0,
  });
});

it('finds where the present run began: a forgiven miss, leave and days off do not end it', () => {
  const leave: StreakPeriodView = { day: '2026-08-21', state: 'paused' };
  expect(runSince([day('2026-08-20'), leave, day('2026-08-22')])).toBe('2026-08-20');
  expect(runSince(streaks[0]?.periods ?? [])).toBe('2026-07-29');
  expect(runSince([day('2026-08-20'), { day: '2026-08-21', state: 'missed' }])).toBeNull();
  expect(runSince([{ day: '2026-08-21', state: 'open' }])).toBeNull();
});
