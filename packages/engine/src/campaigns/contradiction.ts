import type { Audience, AudienceCondition, EventCount, Playbook } from '@waymark/contracts';
import { all, compileOperators } from '../conditions.js';
import { type Domain, domainOf } from './domain.js';
import { clauseKey } from './event-clause.js';

/** Something that has to hold, or must not, of one value. */
interface Atom {
  /** Atoms with the same one are about the same value. */
  readonly about: string;
  readonly key: string;
  readonly asked: unknown;
  readonly isDenied: boolean;
}

/** Beyond so many ways in which a condition could hold it is not looked into. */
const WAYS_LIMIT = 256;

/**
 * Whether nobody can match a condition. It tries values of every kind that could make a difference, each thing alone: what
 * it finds contradictory is, but patterns, and relations between two different things, can hide a contradiction.
 */
export function isContradictory(condition: AudienceCondition, playbook: Playbook): boolean {
  const ways = waysOf(condition, false, playbook.audiences ?? []);
  return ways?.every((atoms) => !isPossible(atoms, playbook)) ?? false;
}

/** All ways in which a condition holds, or is denied; null when there are too many. */
function waysOf(
  condition: AudienceCondition,
  isDenied: boolean,
  named: readonly Audience[],
): Atom[][] | null {
  const parts = Object.entries(condition).map(([key, value]): Atom[][] | null => {
    if (key === '$not') return waysOf(value as AudienceCondition, !isDenied, named);
    if (key === '$and' || key === '$or') {
      const inner = (value as readonly AudienceCondition[]).map((part) => waysOf(part, isDenied, named));
      return (key === '$and') === isDenied ? eitherOf(inner) : bothOf(inner);
    }
    if (key === '$audience') {
      const audience = named.find(({ id }) => id === value);
      if (audience) return waysOf(audience.when, isDenied, named);
      return isDenied ? [[]] : [];
    }
    return [[{ ...asking(key, value), key, isDenied }]];
  });
  return isDenied ? eitherOf(parts) : bothOf(parts);
}

function asking(key: string, value: unknown): Pick<Atom, 'about' | 'asked'> {
  if (key !== '$events') return { about: key, asked: value };
  const { event, where, by = 'user', days = 0, count = { $gte: 1 } } = value as EventCount;
  return { about: JSON.stringify([clauseKey(event, where), by, days]), asked: count };
}

function eitherOf(parts: readonly (Atom[][] | null)[]): Atom[][] | null {
  const ways: Atom[][] = [];
  for (const part of parts) {
    if (part === null || ways.length + part.length > WAYS_LIMIT) return null;
    ways.push(...part);
  }
  return ways;
}

function bothOf(parts: readonly (Atom[][] | null)[]): Atom[][] | null {
  let ways: Atom[][] = [[]];
  for (const part of parts) {
    if (part === null || ways.length * part.length > WAYS_LIMIT) return null;
    ways = ways.flatMap((way) => part.map((more) => [...way, ...more]));
  }
  return ways;
}

function isPossible(atoms: readonly Atom[], playbook: Playbook): boolean {
  const byValue = new Map<string, Atom[]>();
  for (const atom of atoms) byValue.set(atom.about, [...(byValue.get(atom.about) ?? []), atom]);
  return [...byValue.values()].every((group) => {
    const domain = domainOf(group[0]?.key ?? '', playbook);
    const tests = group.map(testOf);
    if (candidates(domain, group).some((value) => tests.every((test) => test(value)))) return true;
    // A text that a pattern finds cannot be told in advance, unless all that is left are some texts.
    return domain.kind === 'any' && group.some(hasPattern) && !group.some(isListed);
  });
}

function testOf({ asked, isDenied }: Atom): (value: unknown) => boolean {
  const isObject = typeof asked === 'object' && asked !== null;
  const test = isObject ? all(compileOperators(asked)) : (value: unknown) => value === asked;
  return (value) => test(value) !== isDenied;
}

function isListed({ asked, isDenied }: Atom): boolean {
  if (isDenied) return false;
  return typeof asked !== 'object' || asked === null || '$eq' in asked || '$in' in asked;
}

function hasPattern({ asked }: Atom): boolean {
  return JSON.stringify(asked)?.includes('"$regex"') ?? false;
}

/** Values that could make a difference: those that are named, what lies before, between and after numbers, and others of each kind. */
function candidates(domain: Domain, atoms: readonly Atom[]): unknown[] {
  if (domain.kind === 'values') return [...domain.values];
  const named = atoms.flatMap(({ asked }) => scalarsIn(asked));
  const numbers = named.filter((value): value is number => typeof value === 'number').sort((a, b) => a - b);
  const around = numbers.flatMap((number, i) => [
    number - 1,
    number,
    number + 1,
    (number + (numbers[i + 1] ?? number)) / 2,
  ]);
  if (domain.kind === 'whole') {
    const near = [0, 1, domain.most, ...around.flatMap((number) => [Math.floor(number), Math.ceil(number)])];
    return near.filter((number) => number >= 0 && number <= domain.most);
  }
  return [...named, ...around, 0, undefined, null, true, false, '', 'some other text'];
}

function scalarsIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalarsIn) : [value];
}
