import type { Audience, AudienceCondition, EventCount } from '@waymark/contracts';
import { addDays } from '../calendar.js';
import { all, compileOperators } from '../conditions.js';
import { compilePath } from '../path.js';
import { clauseKey, daysOf } from './event-clause.js';
import { type CampaignState, campaignState, type PastImpressions } from './impression.js';
import type { LifecycleStanding } from './lifecycle.js';
import type { Profile } from './profile.js';
import { regionOf } from './region.js';

/** What an audience is asked about. */
export interface AudienceSubject {
  readonly profile: Profile;
  /** The person's local day. */
  readonly today: string;
  /** By lifecycle; one that nobody walks is not in it. */
  readonly standings: ReadonlyMap<string, LifecycleStanding>;
  readonly seen: PastImpressions;
}

/** One thing that an audience asks for, and what the person has. */
export interface AudienceReading {
  /** `$user.plan`, `$or[1].$role`, `$audience(admins).$level` */
  readonly path: string;
  readonly expected: unknown;
  /** Undefined for what the person has not. */
  readonly actual: unknown;
  /** Whether this part alone is true, whatever `$not` is around it. */
  readonly holds: boolean;
}

/** Whether a person belongs to an audience, and why. */
export interface AudienceAnswer {
  readonly matches: boolean;
  readonly readings: readonly AudienceReading[];
}

/** Asks an audience about a person. */
export type AudienceTest = (subject: AudienceSubject) => AudienceAnswer;

type Read = (subject: AudienceSubject) => unknown;

/**
 * Compiles an audience's condition; everybody matches one that is empty, nobody a named one that does not exist.
 *
 * @example compileAudience({ $role: 'administrator' }, playbook.audiences)(subject).matches
 */
export function compileAudience(condition: AudienceCondition, named: readonly Audience[] = []): AudienceTest {
  return inRow(Object.entries(condition).map(([key, value]) => compileKey(key, value, key, named)));
}

function at(condition: AudienceCondition, path: string, named: readonly Audience[]): AudienceTest {
  return inRow(
    Object.entries(condition).map(([key, value]) => compileKey(key, value, `${path}.${key}`, named)),
  );
}

function compileKey(key: string, value: unknown, path: string, named: readonly Audience[]): AudienceTest {
  if (key === '$not') return negated(at(value as AudienceCondition, path, named));
  if (key === '$and' || key === '$or') {
    const parts = (value as readonly AudienceCondition[]).map((part, i) => at(part, `${path}[${i}]`, named));
    return key === '$and' ? inRow(parts) : either(parts);
  }
  if (key === '$audience') {
    const audience = named.find(({ id }) => id === value);
    if (audience) return at(audience.when, `${path}(${audience.id})`, named);
    return () => ({
      matches: false,
      readings: [{ path, expected: value, actual: undefined, holds: false }],
    });
  }
  const isCount = key === '$events';
  const read = isCount ? counting(value as EventCount) : readerOf(key);
  const asked = isCount ? ((value as EventCount).count ?? { $gte: 1 }) : value;
  const isObject = typeof asked === 'object' && asked !== null;
  const test = isObject ? all(compileOperators(asked)) : (actual: unknown) => actual === asked;
  return (subject) => {
    const actual = read(subject);
    const holds = test(actual);
    return { matches: holds, readings: [{ path, expected: value, actual, holds }] };
  };
}

function inRow(parts: readonly AudienceTest[]): AudienceTest {
  return (subject) => joined(parts, subject, (answers) => answers.every(({ matches }) => matches));
}

function either(parts: readonly AudienceTest[]): AudienceTest {
  return (subject) => joined(parts, subject, (answers) => answers.some(({ matches }) => matches));
}

function negated(part: AudienceTest): AudienceTest {
  return (subject) => {
    const { matches, readings } = part(subject);
    return { matches: !matches, readings };
  };
}

function joined(
  parts: readonly AudienceTest[],
  subject: AudienceSubject,
  decide: (answers: readonly AudienceAnswer[]) => boolean,
): AudienceAnswer {
  const answers = parts.map((part) => part(subject));
  return { matches: decide(answers), readings: answers.flatMap(({ readings }) => readings) };
}

/** What the person has by a plain name; null is nothing. */
const PLAIN: { readonly [key: string]: (profile: Profile) => unknown } = {
  $userId: ({ userId }) => userId,
  $companyId: ({ companyId }) => companyId,
  $role: ({ role }) => role,
  $region: regionOf,
  $language: ({ languages }) => languages[0] ?? null,
  $online: ({ online }) => online,
  $growth: ({ growth }) => growth,
  $level: ({ level }) => level,
  $companyGrowth: ({ companyGrowth }) => companyGrowth,
  $companyLevel: ({ companyLevel }) => companyLevel,
  $weakest: ({ diagnosis }) => diagnosis?.weakest ?? null,
};

function readerOf(key: string): Read {
  const plain = Object.hasOwn(PLAIN, key) ? PLAIN[key] : undefined;
  if (plain) return ({ profile }) => plain(profile);
  const [root, first = '', second = ''] = key.split('.');
  if (root === '$badge') return ({ profile: { badges } }) => own(badges, first);
  if (root === '$diagnosis') return ({ profile: { diagnosis } }) => own(diagnosis?.percentiles ?? {}, first);
  if (root === '$campaign') return ({ seen }): CampaignState => campaignState(seen.of(first));
  if (root === '$stage') return ({ standings }) => standings.get(first)?.stageId;
  if (root === '$node') {
    return ({ standings }) => standings.get(first)?.nodes.find(({ nodeId }) => nodeId === second)?.state;
  }
  const trait = compilePath(key);
  return ({ profile: { userTraits, companyTraits, userId, companyId, role } }) =>
    trait({ event: '', userId, companyId, role, properties: {}, context: {}, userTraits, companyTraits });
}

function counting({ event, where, by = 'user', days }: EventCount): Read {
  const key = clauseKey(event, where);
  return ({ profile, today }) => {
    const from = days === undefined ? '' : addDays(today, 1 - days);
    let sum = 0;
    for (const [day, count] of Object.entries(daysOf(profile.events[by], key))) {
      if (from <= day && day <= today) sum += count;
    }
    return sum;
  };
}

function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
}
