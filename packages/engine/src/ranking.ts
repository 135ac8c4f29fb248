/** A person's points in one window. */
export interface Standing {
  readonly userId: string;
  readonly points: number;
}

/** A standing with its place: 1 + the number of people strictly above. */
export type Placed<S extends Standing> = S & { readonly rank: number };

/** Orders by points, most first; equal points by user id, so that two hubs show the same list. */
export function sortStandings<S extends Standing>(standings: readonly S[]): S[] {
  return [...standings].sort((a, b) => b.points - a.points || (a.userId < b.userId ? -1 : 1));
}

/** The rank that so many points have among sorted standings: 1 + the number strictly above. Logarithmic. */
export function rankOf(sorted: readonly Standing[], points: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.points ?? 0) > points) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** The first places of sorted standings. */
export function topOf<S extends Standing>(sorted: readonly S[], count: number): Placed<S>[] {
  return placed(sorted, 0, count);
}

/**
 * The places around a person in sorted standings, the person among them: `radius` on either side, and more on one side
 * where the other ends. Empty for somebody who isn't in the list.
 */
export function aroundMe<S extends Standing>(
  sorted: readonly S[],
  userId: string,
  radius: number,
): Placed<S>[] {
  const me = sorted.findIndex((standing) => standing.userId === userId);
  if (me < 0) return [];
  const size = 2 * radius + 1;
  const start = Math.max(0, Math.min(me - radius, sorted.length - size));
  return placed(sorted, start, start + size);
}

function placed<S extends Standing>(sorted: readonly S[], start: number, end: number): Placed<S>[] {
  return sorted.slice(start, end).map((standing) => ({ ...standing, rank: rankOf(sorted, standing.points) }));
}
