import { createRankIndex, type RankIndex } from '@waymark/engine';
import { memberKey } from '../record/request.js';
import type { StandingReads, VisibleStanding } from './standing-reads.js';

/** The standings of a group of people in one window, kept right while it moves. */
export interface Board {
  /** The standings as of now, by the keys that others may know people by. */
  ready(): Promise<RankIndex>;
  /** Says that a member's standing may have changed. */
  touch(companyId: string, userId: string): void;
  /** Who is behind a key of the index; the key itself for people who go by their id. */
  userOf(key: string): string;
  /** People in it. */
  size(): number;
}

/** Beyond this many changes, and half of the people, reading all anew is quicker. */
const ANEW = 5_000;
const LOOKED_UP = 400;

/** A board over what {@link StandingReads} gives: read whole once, then only where something moved. */
export function createBoard(reads: StandingReads): Board {
  let index = createRankIndex();
  let users = new Map<string, string>();
  let touched = new Map<string, readonly [companyId: string, userId: string]>();
  let isRead = false;
  let last: Promise<unknown> = Promise.resolve();

  function place({ key, userId, points }: VisibleStanding): void {
    index.set(key, points);
    if (key !== userId) users.set(key, userId);
  }

  async function readAll(): Promise<void> {
    const found: VisibleStanding[] = [];
    users = new Map();
    for await (const page of reads.all()) for (const one of page) found.push(one);
    index = createRankIndex(found.map(({ key, points }) => ({ userId: key, points })));
    for (const { key, userId } of found) if (key !== userId) users.set(key, userId);
    isRead = true;
  }

  async function renew(): Promise<RankIndex> {
    if (!isRead || touched.size > Math.max(ANEW, index.size / 2)) {
      // What moves while it is being read is looked up afterwards.
      touched = new Map();
      await readAll();
    }
    while (touched.size > 0) {
      const some = [...touched].slice(0, LOOKED_UP);
      for (const [name] of some) touched.delete(name);
      const pairs = some.map(([, pair]) => pair);
      const now = await reads.of(pairs);
      for (const [companyId, userId] of pairs) {
        for (const key of reads.keysOf(companyId, userId)) {
          index.delete(key);
          users.delete(key);
        }
      }
      for (const standing of now) place(standing);
    }
    return index;
  }

  return {
    ready() {
      const turn = last.then(renew);
      last = turn.catch(() => {
        isRead = false;
      });
      return turn;
    },
    touch(companyId, userId) {
      touched.set(memberKey(companyId, userId), [companyId, userId]);
    },
    userOf: (key) => users.get(key) ?? key,
    size: () => index.size,
  };
}
