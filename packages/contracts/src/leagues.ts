import * as v from 'valibot';
import { localizedSchema } from './localized.js';
import type { Problem } from './problem.js';
import { withinSchema } from './whole.js';

/** Schema of {@link Leagues}. */
export const leaguesSchema = v.strictObject({
  /** How long a window lasts; seven days after its end it is settled for ever. */
  window: v.picklist(['week', 'month']),
  /** Names of the leagues; everybody begins in the first one, the lowest. */
  names: v.pipe(
    v.array(localizedSchema),
    v.minLength(2, 'expected at least two leagues'),
    v.maxLength(20, 'expected at most 20 leagues'),
  ),
  /** Most people in a group. */
  size: withinSchema(3, 50),
  /** How many go up, and how many down; of a small group less than half of it. */
  up: withinSchema(1, 20),
  down: withinSchema(1, 20),
  /** Among whom: the own company (without a word), or the people of all companies. */
  scope: v.optional(v.picklist(['company', 'vendor'])),
  /** With fewer people than this a league shows nobody, and whoever plays in it goes down; 3 without a word. */
  minimum: v.optional(withinSchema(1, 50)),
});

/** Groups of people who compete in windows of time, and go up and down between leagues by how these end. */
export type Leagues = v.InferOutput<typeof leaguesSchema>;

/** Fewer people than this make no ranking: two of them would each know the other's place. */
const MINIMUM = 3;

/** Faults between the parts of the leagues. */
export function leagueProblems(leagues: Leagues | undefined): Problem[] {
  if (leagues === undefined) return [];
  const { size, up, down, minimum = MINIMUM } = leagues;
  const problems: Problem[] = [];
  if (up + down >= size) {
    const message = `expected fewer than the ${size} people of a group to go up and down, got ${up} and ${down}`;
    problems.push({ path: 'leagues.size', message });
  }
  // One person more than a group holds makes two groups, and each has to be large enough to be shown.
  if (size < 2 * minimum - 1) {
    const message = `expected at least ${2 * minimum - 1}, so that no part of a league has fewer than ${minimum} people, got ${size}`;
    problems.push({ path: 'leagues.size', message });
  }
  return problems;
}
