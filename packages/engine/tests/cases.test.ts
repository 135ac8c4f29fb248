import { readdirSync, readFileSync } from 'node:fs';
import {
  type Condition,
  describeProblems,
  type Event,
  type Playbook,
  parsePlaybook,
} from '@waymark/contracts';
import {
  type Award,
  aroundMe,
  badgeProgress,
  canonicalCells,
  compileCondition,
  compilePlaybook,
  createFold,
  eventsOf,
  type Fact,
  growthOf,
  levelAt,
  rankOf,
  type Standing,
  sortStandings,
  spansOf,
  stampFact,
  windowKeys,
} from '@waymark/engine';
import { describe, expect, it } from 'vitest';

const folder = new URL('../cases/', import.meta.url);

interface Suite<T> {
  readonly specVersion: number;
  readonly kind: string;
  readonly about: string;
  readonly cases: readonly T[];
}

interface FoldCase {
  readonly name: string;
  readonly playbook: unknown;
  readonly events: readonly (Event & { readonly role?: string })[];
  readonly awards: readonly object[];
  readonly members: readonly MemberExpectation[];
}

interface MemberExpectation {
  readonly companyId: string;
  readonly userId: string;
  readonly growth: number;
  readonly level: number;
  readonly events: number;
  readonly badges?: { readonly [id: string]: number };
}

const kinds = {
  fold: foldCases,
  calendar: calendarCases,
  condition: conditionCases,
  ranking: rankingCases,
};

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const suite = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Suite<never>;
  describe(`${file}: ${suite.about}`, () => {
    it('has a version this runner knows', () => expect(suite.specVersion).toBe(1));
    kinds[suite.kind as keyof typeof kinds](suite.cases);
  });
}

function foldCases(cases: readonly FoldCase[]): void {
  it.each(cases)('$name', ({ playbook: document, events, awards, members }) => {
    const parsed = parsePlaybook(document);
    if (!parsed.ok) throw new Error(describeProblems(parsed.problems));
    const playbook = parsed.value;
    const facts = events.map(toFact);
    const told = fold(playbook, facts);

    expect(told.awards.map(essence)).toEqual(awards);
    expect(told.awards.every((award) => award.version === playbook.version)).toBe(true);
    expect(told.members.map((member) => member.text)).toHaveLength(members.length);
    for (const member of members) expectMember(playbook, told.cells, member);

    const ids = new Set(facts.map(({ id }) => id));
    if (ids.size < facts.length) return;
    for (const other of [[...facts].reverse(), [...facts, ...facts]]) {
      expect(fold(playbook, other).members).toEqual(told.members);
    }
  });
}

function toFact(event: Event & { readonly role?: string }): Fact {
  return stampFact(
    { ...event, type: 'track' },
    { companyId: event.companyId ?? '', role: event.role ?? null },
  );
}

function fold(playbook: Playbook, facts: readonly Fact[]) {
  const folding = createFold(compilePlaybook(playbook));
  const awards = facts.flatMap((fact) => folding.push(fact));
  const cells = new Map(
    [...folding.members()].map((m) => [JSON.stringify([m.companyId, m.userId]), m.cells]),
  );
  const members = [...cells].map(([id, held]) => ({ id, text: canonicalCells(held) }));
  members.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { awards, cells, members };
}

/** What the cases speak of; where an award counts is the calendar's cases' part. */
function essence(award: Award): object {
  const { version: _version, ...rest } = award;
  if (rest.kind !== 'points') return rest;
  const { period: _period, windows: _windows, ...points } = rest;
  return points;
}

function expectMember(
  playbook: Playbook,
  folded: ReadonlyMap<string, Parameters<typeof growthOf>[0]>,
  member: MemberExpectation,
): void {
  const cells = folded.get(JSON.stringify([member.companyId, member.userId])) ?? {};
  expect(growthOf(cells)).toBe(member.growth);
  expect(eventsOf(cells)).toBe(member.events);
  expect(levelAt(playbook.levels, growthOf(cells))).toBe(member.level);
  for (const [id, progress] of Object.entries(member.badges ?? {})) {
    const badge = playbook.badges.find((candidate) => candidate.id === id);
    expect(badge && badgeProgress(cells, badge)).toBe(progress);
  }
}

function calendarCases(cases: readonly { day: string; windows: object; spans: readonly string[] }[]): void {
  it.each(cases)('$day', ({ day, windows, spans }) => {
    expect(windowKeys(day)).toEqual(windows);
    expect([...spansOf(day)].sort()).toEqual([...spans].sort());
  });
}

function conditionCases(
  cases: readonly {
    name: string;
    condition: Condition;
    facts: readonly (Partial<Fact> & { matches: boolean })[];
  }[],
): void {
  it.each(cases)('$name', ({ condition, facts }) => {
    const matches = compileCondition(condition);
    for (const { matches: expected, ...fact } of facts) {
      const whole = {
        event: '',
        userId: '',
        companyId: '',
        role: null,
        properties: {},
        context: {},
        ...fact,
      };
      expect(matches(whole), JSON.stringify(fact)).toBe(expected);
    }
  });
}

function rankingCases(
  cases: readonly {
    name: string;
    standings: readonly Standing[];
    ranks: readonly { userId: string; rank: number }[];
    around: readonly { userId: string; radius: number; shown: readonly string[] }[];
  }[],
): void {
  it.each(cases)('$name', ({ standings, ranks, around }) => {
    const sorted = sortStandings(standings);
    expect(sorted.map((s) => ({ userId: s.userId, rank: rankOf(sorted, s.points) }))).toEqual(ranks);
    for (const { userId, radius, shown } of around) {
      expect(aroundMe(sorted, userId, radius).map((place) => place.userId)).toEqual(shown);
    }
  });
}
