import type { Placed, Standing } from './ranking.js';

/**
 * Standings in order while they change: a place, the first places and those around somebody in logarithmic time, for
 * millions of people. Orders as {@link sortStandings} does: most points first, equal points by id.
 */
export interface RankIndex {
  readonly size: number;
  /** Adds a person or moves them to other points. */
  set(userId: string, points: number): void;
  /** Takes a person out; nothing happens to one who is not there. */
  delete(userId: string): void;
  pointsOf(userId: string): number | undefined;
  /** The rank that so many points have: 1 + the number of people strictly above. */
  rankOf(points: number): number;
  top(count: number): Placed<Standing>[];
  /** The places around a person, themselves among them, as {@link aroundMe} gives them. */
  around(userId: string, radius: number): Placed<Standing>[];
}

/** Longest run of standings kept in one list: moving half of it about is cheaper than a deeper tree. */
const RUN = 512;

/**
 * Makes an index over standings. They lie in runs of at most a few hundred, sorted; a Fenwick tree over the lengths of
 * the runs tells how many people stand before each.
 */
export function createRankIndex(standings: Iterable<Standing> = [], longest = RUN): RankIndex {
  const half = longest >>> 1;
  const people = new Map<string, Standing>();
  for (const { userId, points } of standings) people.set(userId, { userId, points });
  let runs: Standing[][] = [];
  const sorted = [...people.values()].sort(compare);
  for (let i = 0; i < sorted.length; i += half) runs.push(sorted.slice(i, i + half));
  let counts = countsOf(runs);
  /** The points that end each run, side by side: a search among thousands of runs then touches little memory. */
  let lasts = lastsOf(runs);

  /** Index of the run that holds a standing or would. */
  function runOf(standing: Standing): number {
    const { points } = standing;
    const found = firstWhere(runs.length, (i) => {
      const last = lasts[i] as number;
      return last === points ? compare(lastOf(runs[i]), standing) >= 0 : last < points;
    });
    return Math.min(found, runs.length - 1);
  }

  function resized(at: number, by: number): void {
    counts.add(at, by);
    lasts[at] = lastOf(runs[at]).points;
  }

  function parted(): void {
    counts = countsOf(runs);
    lasts = lastsOf(runs);
  }

  function insert(standing: Standing): void {
    if (runs.length === 0) {
      runs = [[standing]];
      parted();
      return;
    }
    const at = runOf(standing);
    const run = runs[at] as Standing[];
    run.splice(indexIn(run, standing), 0, standing);
    if (run.length <= longest) {
      resized(at, 1);
    } else {
      runs.splice(at, 1, run.slice(0, half), run.slice(half));
      parted();
    }
  }

  function remove(standing: Standing): void {
    const at = runOf(standing);
    const run = runs[at] as Standing[];
    run.splice(indexIn(run, standing), 1);
    if (run.length > 0) {
      resized(at, -1);
    } else {
      runs.splice(at, 1);
      parted();
    }
  }

  function rankOf(points: number): number {
    const at = firstWhere(runs.length, (i) => (lasts[i] as number) <= points);
    const run = runs[at];
    if (run === undefined) return people.size + 1;
    return counts.before(at) + firstWhere(run.length, (i) => (run[i] as Standing).points <= points) + 1;
  }

  /** So many places from a position on, whose standing lies in the run `at` at `i`. */
  function slice(start: number, end: number, at: number, i: number): Placed<Standing>[] {
    const places: Placed<Standing>[] = [];
    let before: Placed<Standing> | undefined;
    for (let position = start; position < Math.min(end, people.size); position++, i++) {
      if (i === runs[at]?.length) {
        at++;
        i = 0;
      }
      const { userId, points } = (runs[at] as Standing[])[i] as Standing;
      const rank =
        before === undefined ? rankOf(points) : before.points === points ? before.rank : position + 1;
      before = { userId, points, rank };
      places.push(before);
    }
    return places;
  }

  return {
    get size() {
      return people.size;
    },
    set(userId, points) {
      const before = people.get(userId);
      if (before?.points === points) return;
      if (before !== undefined) remove(before);
      const standing = { userId, points };
      people.set(userId, standing);
      insert(standing);
    },
    delete(userId) {
      const before = people.get(userId);
      if (before === undefined) return;
      remove(before);
      people.delete(userId);
    },
    pointsOf: (userId) => people.get(userId)?.points,
    rankOf,
    top: (count) => slice(0, count, 0, 0),
    around(userId, radius) {
      const me = people.get(userId);
      if (me === undefined) return [];
      let at = runOf(me);
      let i = indexIn(runs[at] as Standing[], me);
      const place = counts.before(at) + i;
      const size = 2 * radius + 1;
      const start = Math.max(0, Math.min(place - radius, people.size - size));
      for (i -= place - start; i < 0; ) i += runs[--at]?.length ?? 0;
      return slice(start, start + size, at, i);
    },
  };
}

/** Best first. */
function compare(a: Standing, b: Standing): number {
  return b.points - a.points || (a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0);
}

function lastOf(run: readonly Standing[] | undefined): Standing {
  return run?.[run.length - 1] as Standing;
}

function lastsOf(runs: readonly (readonly Standing[])[]): Float64Array {
  return Float64Array.from(runs, (run) => lastOf(run).points);
}

function indexIn(run: readonly Standing[], standing: Standing): number {
  return firstWhere(run.length, (i) => compare(run[i] as Standing, standing) >= 0);
}

/** The first of so many indexes for which something holds that holds for all after it; their number when for none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lengths of runs, summed up: a Fenwick tree. */
function countsOf(runs: readonly (readonly Standing[])[]) {
  const tree = new Float64Array(runs.length + 1);
  const add = (index: number, by: number): void => {
    for (let i = index + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] as number) + by;
  };
  runs.forEach((run, i) => {
    add(i, run.length);
  });
  return {
    add,
    /** How many standings lie in the runs before this one. */
    before(index: number): number {
      let sum = 0;
      for (let i = index; i > 0; i -= i & -i) sum += tree[i] as number;
      return sum;
    },
  };
}
