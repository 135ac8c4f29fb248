import type { Leagues } from '@waymark/contracts';
import { addDays, dayNumber, monthNumber, monthText, thursdayOf } from './calendar.js';
import { rankOf } from './ranking.js';
import { windowKeys } from './windows.js';

/** Somebody with points in a window, and the league they are in. */
export interface Player {
  /** Who; the same person is called the same in every window. */
  readonly key: string;
  readonly league: number;
  readonly points: number;
}

/** How a window ends for a player. */
export interface Placement extends Player {
  /** Number of the group within the league. */
  readonly group: number;
  /** People in the group. */
  readonly people: number;
  /** 1 + the number of people of the group strictly above. */
  readonly rank: number;
  /** The league after it. */
  readonly to: number;
  /** There are too few people for anybody to be shown. */
  readonly isFew: boolean;
}

const MINIMUM = 3;
/** Late events count for seven days, and the last time zone reaches a new day half a day after UTC. */
const SETTLED_AFTER_HOURS = 7 * 24 + 12;
const HOUR_MS = 3_600_000;

/**
 * Parts the players of one window into groups and says where each goes. Pure, and independent of their order: groups are
 * drawn by the window and the players' names alone, and are of nearly the same size. Equal points share their fate, to
 * the better; with equal points for all of a group everybody goes up.
 */
export function placeInLeagues(
  players: readonly Player[],
  period: string,
  { names, size, up, down, minimum = MINIMUM }: Leagues,
): Placement[] {
  const top = names.length - 1;
  const leagues = new Map<number, Player[]>();
  for (const player of players) {
    // A playbook may have fewer leagues than the one before.
    const league = Math.min(player.league, top);
    const its = leagues.get(league) ?? [];
    leagues.set(league, its);
    its.push({ ...player, league });
  }
  return [...leagues].flatMap(([league, its]) => {
    const isFew = its.length < minimum;
    return drawn(its, period, size).flatMap((group, number) => {
      const points = group.map((player) => player.points).sort((a, b) => b - a);
      const sorted = points.map((some) => ({ userId: '', points: some }));
      const half = Math.floor((group.length - 1) / 2);
      return group.map((player) => {
        const rank = rankOf(sorted, player.points);
        const below = points.filter((some) => some < player.points).length;
        const step = isFew ? -1 : rank <= Math.min(up, half) ? 1 : below < Math.min(down, half) ? -1 : 0;
        const to = Math.max(0, Math.min(top, league + step));
        return { ...player, group: number, people: group.length, rank, to, isFew };
      });
    });
  });
}

/** Cuts the players of a league into groups, in an order that is another one in each window. */
function drawn(players: readonly Player[], period: string, size: number): Player[][] {
  const lots = players
    .map((player) => ({ player, lot: lotOf(`${period}\n${player.key}`) }))
    .sort((a, b) => a.lot - b.lot || (a.player.key < b.player.key ? -1 : 1));
  const groups = Math.ceil(lots.length / size);
  return Array.from({ length: groups }, (_, i) =>
    lots
      .slice(Math.floor((i * lots.length) / groups), Math.floor(((i + 1) * lots.length) / groups))
      .map(({ player }) => player),
  );
}

/** A number that looks random and is the same for the same text: FNV-1a, stirred as MurmurHash3 ends. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The first local day of a week or month by its key. */
export function firstDayOf(period: string): string {
  if (!period.includes('W')) return `${period}-01`;
  const [year = '', week = ''] = period.split('-W');
  // The week of 4 January is the first one of its ISO year.
  return addDays(thursdayOf(`${year}-01-04`), (Number(week) - 1) * 7 - 3);
}

/** The key of the window so many windows later, or earlier for a negative number. */
export function periodAfter(period: string, windows = 1): string {
  const first = firstDayOf(period);
  if (period.includes('W')) return windowKeys(addDays(first, 7 * windows)).week;
  return monthText(monthNumber(period) + windows);
}

/** The local day from which on nothing changes a window any more. */
export function settlesOn(period: string): string {
  return addDays(firstDayOf(periodAfter(period)), 7);
}

/** Whether a window is settled at a moment, in milliseconds since 1970. */
export function isSettledAt(period: string, now: number): boolean {
  return now >= dayNumber(firstDayOf(periodAfter(period))) * 24 * HOUR_MS + SETTLED_AFTER_HOURS * HOUR_MS;
}
