import type { COMPANY_PARTS, CompanyPart } from '@waymark/contracts';
import { addDays } from '../calendar.js';
import type { Fact } from '../fact.js';

const PARTS: typeof COMPANY_PARTS = ['activation', 'breadth', 'depth', 'stickiness', 'momentum'];

/** How a company uses the product: each figure is more the better, and is compared with others' alone. */
export type CompanyFigures = { readonly [part in CompanyPart]: number } & {
  readonly companyId: string;
  /** Index of the company's level. */
  readonly level: number;
};

/** What a company's figures are taken from, beside its facts. */
export interface CompanyOutline {
  readonly companyId: string;
  readonly level: number;
  /** How many people of it the vendor knows. */
  readonly people: number;
  /** How many nodes of its lifecycles stand as reached, of how many. */
  readonly nodes: { readonly reached: number; readonly all: number };
}

/** Four weeks, so that every day of the week counts alike: https://amplitude.com/blog/dau-mau-ratio uses a month. */
const DAYS = 28;

/**
 * A company's figures of the 28 days up to a day. `activation`: the share of nodes that it has reached. `breadth`: the share
 * of its people who were active. `depth`: how many different events each of those came with, on average. `stickiness`: the
 * share of days on which who was active at all was active. `momentum`: from −1 to 1, person-days against the 28 days before.
 */
export function companyFigures(
  outline: CompanyOutline,
  facts: Iterable<Fact>,
  today: string,
): CompanyFigures {
  const from = addDays(today, 1 - DAYS);
  const before = addDays(from, -DAYS);
  const now = new Map<string, { events: Set<string>; days: Set<string> }>();
  const earlier = new Set<string>();
  for (const { companyId, userId, event, day } of facts) {
    if (companyId !== outline.companyId || userId === '' || day < before || day > today) continue;
    if (day < from) {
      earlier.add(JSON.stringify([userId, day]));
      continue;
    }
    const person = now.get(userId) ?? { events: new Set(), days: new Set() };
    now.set(userId, person);
    person.events.add(event);
    person.days.add(day);
  }
  const active = [...now.values()];
  const different = active.reduce((sum, { events }) => sum + events.size, 0);
  const personDays = active.reduce((sum, { days }) => sum + days.size, 0);
  const { companyId, level, people, nodes } = outline;
  return {
    companyId,
    level,
    activation: share(nodes.reached, nodes.all),
    breadth: share(active.length, Math.max(people, active.length)),
    depth: share(different, active.length),
    stickiness: share(personDays, active.length * DAYS),
    momentum: share(personDays - earlier.size, personDays + earlier.size),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** How a company stands among the companies at its level. */
export interface Diagnosis {
  readonly companyId: string;
  readonly level: number;
  /** How many companies are at its level, itself included. */
  readonly among: number;
  /** Percentiles: how many percent of them have less, where half of those with as much count as less. */
  readonly percentiles: { readonly [part in CompanyPart]: number };
  /** The part with the lowest percentile; null for the only company at its level. */
  readonly weakest: CompanyPart | null;
}

/**
 * Compares a company with all companies at its level, itself among them. Null for a company without figures.
 *
 * @example diagnose('acme', figures)?.weakest // "breadth"
 */
export function diagnose(companyId: string, all: readonly CompanyFigures[]): Diagnosis | null {
  const own = all.find((one) => one.companyId === companyId);
  if (own === undefined) return null;
  const peers = all.filter(({ level }) => level === own.level);
  const entries = PARTS.map(
    (part) =>
      [
        part,
        percentile(
          own[part],
          peers.map((peer) => peer[part]),
        ),
      ] as const,
  );
  const lowest = Math.min(...entries.map(([, percent]) => percent));
  return {
    companyId,
    level: own.level,
    among: peers.length,
    percentiles: Object.fromEntries(entries) as Diagnosis['percentiles'],
    weakest: peers.length < 2 ? null : (entries.find(([, percent]) => percent === lowest)?.[0] ?? null),
  };
}

function percentile(own: number, all: readonly number[]): number {
  const below = all.filter((value) => value < own).length;
  const equal = all.filter((value) => value === own).length;
  return Math.round((100 * (below + equal / 2)) / all.length);
}
