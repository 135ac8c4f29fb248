import { readdirSync, readFileSync } from 'node:fs';
import {
  type Condition,
  describeProblems,
  type Event,
  type Leagues,
  type Playbook,
  parsePlaybook,
} from '@waymark/contracts';
import {
  type Award,
  aroundMe,
  badgeProgress,
  canonicalCells,
  companyGrowthOf,
  compileCondition,
  compilePlaybook,
  contributionOf,
  createFold,
  eventsOf,
  type Fact,
  growthOf,
  growthOn,
  heldTiers,
  lapsingOn,
  levelAt,
  levelOn,
  placeInLeagues,
  questOf,
  rankOf,
  type Stamp,
  type Standing,
  sortStandings,
  spansOf,
  stampFact,
  streakOf,
  walletOf,
  windowKeys,
} from '@waymark/engine';
import { describe, expect, it } from 'vitest';
import { campaignCases } from './campaign-cases.js';

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
  readonly events: readonly CaseEvent[];
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
  /** Tiers held, by badge id. */
  readonly held?: { readonly [id: string]: readonly string[] };
  /** What the member has brought the company. */
  readonly company?: number;
  /** What can be spent on a day, by the currency's id. */
  readonly wallets?: readonly {
    readonly currency: string;
    readonly today: string;
    readonly balance: number;
    readonly owed: number;
    readonly lots: readonly object[];
  }[];
}

const kinds = {
  fold: foldCases,
  calendar: calendarCases,
  condition: conditionCases,
  ranking: rankingCases,
  quest: questCases,
  streak: streakCases,
  expiry: expiryCases,
  league: leagueCases,
  ...campaignCases,
};

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const suite = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Suite<never>;
  describe(`${file}: ${suite.about}`, () => {
    it('has a version this runner knows', () => expect(suite.specVersion).toBe(1));
    kinds[suite.kind as keyof typeof kinds](suite.cases, suite);
  });
}

function foldCases(cases: readonly FoldCase[]): void {
  it.each(cases)('$name', ({ playbook: document, events, awards, members }) => {
    const playbook = parsed(document);
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

/** An event, and beside it what the hub stamps on it. */
type CaseEvent = Event &
  Partial<Pick<Stamp, 'userTraits' | 'companyTraits' | 'source'>> & { readonly role?: string };

function toFact({ userTraits, companyTraits, source, role = null as never, ...event }: CaseEvent): Fact {
  const companyId = event.companyId ?? '';
  return stampFact({ ...event, type: 'track' }, { companyId, role, userTraits, companyTraits, source });
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
  const { period: _period, windows: _windows, companyPoints, ...points } = rest;
  return companyPoints === 0 ? points : { ...points, companyPoints };
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
  for (const [id, tiers] of Object.entries(member.held ?? {})) {
    const badge = playbook.badges.find((candidate) => candidate.id === id);
    expect(badge && heldTiers(cells, badge)).toEqual(tiers);
  }
  expect(companyGrowthOf(cells)).toBe(member.company ?? 0);
  for (const { currency: id, today, ...expected } of member.wallets ?? []) {
    const currency = playbook.currencies?.find((candidate) => candidate.id === id);
    expect(currency && walletOf(currency, cells, today)).toEqual(expected);
  }
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

interface QuestExpectation {
  readonly today: string;
  readonly state: string;
  readonly doneOn: string | null;
  readonly until: string | null;
  readonly progress: readonly number[];
}

/** Quests stand the same in whatever order the facts came. */
function questCases(
  cases: readonly {
    name: string;
    playbook: unknown;
    events: readonly Event[];
    stands: readonly QuestExpectation[];
  }[],
): void {
  it.each(cases)('$name', ({ playbook: document, events, stands }) => {
    const playbook = parsed(document);
    const [quest] = playbook.quests ?? [];
    if (quest === undefined) throw new Error('Expected a quest in the playbook.');
    for (const facts of [events.map(toFact), events.map(toFact).reverse()]) {
      const contributions = [...fold(playbook, facts).cells.values()].map((cells) =>
        contributionOf(quest, cells),
      );
      for (const { today, ...expected } of stands) {
        const { state, doneOn, until, steps } = questOf(quest, contributions, today);
        expect({ state, doneOn, until, progress: steps.map(({ progress }) => progress) }).toEqual(expected);
        for (const { done, progress, at } of steps) expect(done).toBe(progress === at);
      }
    }
  });
}

const STATES: { readonly [state: string]: string } = {
  active: 'A',
  missed: '-',
  frozen: '*',
  paused: 'p',
  off: '.',
  open: 'o',
};

function streakCases(
  cases: readonly {
    name: string;
    streak: object;
    days: readonly string[];
    /** Days of leave, the first and the last of each. */
    pauses?: readonly (readonly [from: string, to: string])[];
    stands: readonly {
      today: string;
      current: number;
      longest: number;
      isActiveNow: boolean;
      freezes: number;
      latest: string;
    }[];
  }[],
): void {
  it.each(cases)('$name', ({ streak: document, days, pauses = [], stands }) => {
    const events = [{ event: 'ship' }];
    const playbook = parsed({
      specVersion: 1,
      id: 'case',
      version: 1,
      name: 'Case',
      rules: [],
      levels: [{ at: 0, title: 'New' }],
      streaks: [{ id: 's', name: 'S', events, ...document }],
    });
    const [streak] = playbook.streaks ?? [];
    if (streak === undefined) throw new Error('Expected a streak in the playbook.');
    const facts = days.map((day, i) =>
      toFact({ id: `e${i}`, type: 'track', event: 'ship', userId: 'ada', timestamp: `${day}T12:00:00Z` }),
    );
    const leaves = pauses.map(([from, to], i) => {
      const about = {
        id: `p${i}`,
        userId: 'ada',
        timestamp: '2026-08-01T12:00:00Z',
        source: 'server',
      } as const;
      return toFact({ ...about, type: 'track', event: '$pause', properties: { from, to } });
    });
    const cells = fold(playbook, [...facts, ...leaves]).cells.get('["","ada"]') ?? {};
    for (const { today, latest, ...expected } of stands) {
      const { periods, id: _id, name: _name, unit: _unit, ...stand } = streakOf(streak, cells, today);
      expect({ today, ...stand }).toEqual({ today, ...expected });
      const shown = periods.map(({ state }) => STATES[state]).join('');
      expect(shown.slice(-latest.length)).toBe(latest);
    }
  });
}

/** Whatever the order of what was earned, and however often it is told, the same day shows the same. */
function expiryCases(
  cases: readonly {
    name: string;
    expiry: object;
    limit?: object;
    earned: readonly (readonly [day: string, points: number])[];
    stands: readonly { today: string; growth: number; level: number; lapsing?: object | null }[];
  }[],
): void {
  it.each(cases)('$name', ({ expiry, limit, earned, stands }) => {
    const rule = { id: 'r', name: 'R', event: 'earn', measure: { kind: 'sum', of: 'n' }, points: 1 };
    const playbook = parsed({
      specVersion: 1,
      id: 'case',
      version: 1,
      name: 'Case',
      rules: [{ ...rule, outcome: 'value', ...(limit && { limit }) }],
      levels: [0, 100, 200, 300].map((at) => ({ at, title: `At ${at}` })),
      expiry,
    });
    const facts = earned.map(([day, n], i) => ({
      ...toFact({ id: `e${i}`, type: 'track', event: 'earn', userId: 'ada', timestamp: `${day}T12:00:00Z` }),
      properties: { n },
    }));
    for (const told of [facts, [...facts].reverse(), [...facts, ...facts]]) {
      const cells = fold(playbook, told).cells.get('["","ada"]') ?? {};
      for (const { today, growth, level, lapsing } of stands) {
        const stand = { growth: growthOn(cells, today, playbook), level: levelOn(cells, today, playbook) };
        expect({ today, ...stand }).toEqual({ today, growth, level });
        if (lapsing !== undefined) expect(lapsingOn(cells, today, playbook), today).toEqual(lapsing);
      }
    }
  });
}

/** Places are the same in whatever order the players come. */
function leagueCases(
  cases: readonly {
    name: string;
    period: string;
    leagues: Omit<Leagues, 'window'>;
    players: readonly (readonly [key: string, league: number, points: number])[];
    placed: readonly (readonly [string, number, number, number, number, number])[];
  }[],
): void {
  it.each(cases)('$name', ({ period, leagues, players, placed }) => {
    const all = players.map(([key, league, points]) => ({ key, league, points }));
    for (const told of [all, [...all].reverse()]) {
      const places = placeInLeagues(told, period, { window: 'week', ...leagues });
      const rows = places.map((one) => [one.key, one.league, one.group, one.people, one.rank, one.to]);
      expect(rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(placed);
    }
  });
}

function parsed(document: unknown): Playbook {
  const result = parsePlaybook(document);
  if (!result.ok) throw new Error(describeProblems(result.problems));
  return result.value;
}
