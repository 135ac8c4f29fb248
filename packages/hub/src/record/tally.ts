import { CAMPAIGN_EVENT, CORRECTIONS, type CurrencyAmount, REDEMPTION } from '@waymark/contracts';
import {
  type Award,
  advance,
  type DraftCells,
  eventsOf,
  type Fact,
  growthOf,
  heldTiers,
  levelAt,
  type PointsAward,
  type Program,
  spansOf,
  takeBack,
} from '@waymark/engine';
import type { AwardKey, CellKey, Changes } from '../storage/log.js';
import type {
  AmountRow,
  AwardRow,
  CellRow,
  ImpressionRow,
  LedgerRow,
  MemberRow,
  Own,
  RedemptionRow,
  StandingRow,
  VoidRow,
} from '../storage/tables.js';
import { CAMPAIGN_FACT, impressionRow } from './impression-row.js';
import { fulfillmentRow, redemptionRow } from './redemption-row.js';
import { memberKey } from './request.js';
import type { Taken } from './voids.js';

/** A fact at its place in the log. */
export interface Placed {
  readonly position: number;
  readonly fact: Fact;
}

/** One member while facts are added up. */
interface TalliedMember {
  readonly companyId: string;
  readonly userId: string;
  readonly cells: DraftCells;
  readonly touched: Set<string>;
  readonly entries: Own<LedgerRow>[];
  readonly awards: Map<string, Own<AwardRow>>;
  /** Awards held before that no longer are. */
  readonly lost: Map<string, AwardKey>;
  /** Points by the list of windows they count in: the engine gives all facts of a day the same few lists. */
  readonly standings: Map<readonly string[], number>;
  /** The spans touched last: the engine gives all facts of a day the same list. */
  spans: readonly string[];
  level: number;
  role: string | null;
  lastMs: number;
  lastSeen: string;
  position: number;
}

/** Adds facts up into the rows that the storage keeps; the recorder and the verifier do it by this same arithmetic. */
export interface Tally {
  /** Gives a member the cells it had before; those not given begin empty. */
  begin(companyId: string, userId: string, span: string, cell: DraftCells[string]): void;
  /** Takes the next fact of the log, under the playbook that was in force. */
  take(placed: Placed, program: Program): Award[];
  /** Takes an event back that was taken before; `program` is the one in force now. */
  takeBack(position: number, target: Taken, program: Program): Award[];
  /** Takes a fact of the hub's own, which brings nothing. */
  note(placed: Placed): void;
  /** People of whom something is left. */
  users(): ReadonlySet<string>;
  /** What was changed, except the log itself. */
  changes(): Omit<
    Changes,
    'log' | 'preferences' | 'voids' | 'placements' | 'settlements' | 'relocations' | 'pushes'
  >;
}

/** Begins with nothing. */
export function createTally(): Tally {
  const members = new Map<string, TalliedMember>();
  const amounts: Own<AmountRow>[] = [];
  const redemptions: Own<RedemptionRow>[] = [];
  const fulfillments = new Map<string, Own<VoidRow>>();
  const impressions = new Map<string, Own<ImpressionRow>>();
  const unmade = new Set<string>();
  const companies = new Map<string, number>();

  function memberOf(companyId: string, userId: string): TalliedMember {
    const key = memberKey(companyId, userId);
    let member = members.get(key);
    if (member === undefined) {
      member = beginMember(companyId, userId);
      members.set(key, member);
    }
    return member;
  }

  function enterAll(member: TalliedMember, placed: Placed, program: Program, gained: readonly Award[]): void {
    const { position, fact } = placed;
    const spans = spansOf(fact.day);
    if (spans !== member.spans) for (const span of spans) member.touched.add(span);
    member.spans = spans;
    member.level = levelAt(program.playbook.levels, growthOf(member.cells));
    member.position = position;
    for (const award of gained) {
      enter(award, member, placed);
      if (award.kind === 'points' && award.amounts !== undefined) {
        amounts.push(...amountRows(award, award.amounts, placed));
      }
      if (award.kind !== 'points' || award.companyPoints === 0 || fact.companyId === '') continue;
      companies.set(fact.companyId, (companies.get(fact.companyId) ?? 0) + award.companyPoints);
    }
  }

  function keepImpression({ position, fact }: Placed, program: Program | null): void {
    const row = impressionRow(fact, position, program?.playbook ?? null);
    if (row !== null) impressions.set(row.event_id, row);
  }

  /** Corrects: nobody was seen by it, and what was held before may be lost. */
  function settle(member: TalliedMember, placed: Placed, program: Program, correct: () => Award[]): Award[] {
    const { badges } = program.playbook;
    const before = badges.map((badge) => heldTiers(member.cells, badge));
    const gained = correct();
    enterAll(member, placed, program, gained);
    badges.forEach((badge, i) => {
      const held = heldTiers(member.cells, badge);
      for (const tier of before[i] ?? []) if (!held.includes(tier)) lose(member, 'badge', badge.id, tier);
    });
    for (const award of gained) {
      if (award.kind !== 'level') continue;
      for (let level = award.to + 1; level <= award.from; level++) lose(member, 'level', String(level), '');
    }
    return gained;
  }

  return {
    begin(companyId, userId, span, cell) {
      memberOf(companyId, userId).cells[span] = cell;
    },
    take({ position, fact }, program) {
      if (fact.userId === '') return [];
      const member = memberOf(fact.companyId, fact.userId);
      if (fact.event.startsWith('$') && (CORRECTIONS.includes(fact.event) || fact.event === REDEMPTION)) {
        const redeemed = redemptionRow(fact, position);
        if (redeemed !== null) redemptions.push(redeemed);
        const fulfilled = fulfillmentRow(fact, position);
        const key = fulfilled && JSON.stringify([fulfilled.event_id, fact.companyId, fact.userId]);
        if (key !== null && !fulfillments.has(key)) fulfillments.set(key, fulfilled as Own<VoidRow>);
        return settle(member, { position, fact }, program, () => advance(member.cells, fact, program));
      }
      if (fact.event === CAMPAIGN_EVENT) {
        keepImpression({ position, fact }, program);
        // What the hub found out is nothing that the person did.
        if (fact.id.startsWith(CAMPAIGN_FACT))
          return settle(member, { position, fact }, program, () => advance(member.cells, fact, program));
      }
      const gained = advance(member.cells, fact, program);
      member.role = fact.role ?? member.role;
      const ms = Date.parse(fact.timestamp);
      if (ms >= member.lastMs) {
        member.lastMs = ms;
        member.lastSeen = fact.timestamp;
      }
      enterAll(member, { position, fact }, program, gained);
      return gained;
    },
    takeBack(position, { fact, program: before }, program) {
      const member = memberOf(fact.companyId, fact.userId);
      if (fact.event === CAMPAIGN_EVENT && !impressions.delete(fact.id)) unmade.add(fact.id);
      return settle(member, { position, fact }, program, () => takeBack(member.cells, fact, before));
    },
    note: (placed) => keepImpression(placed, null),
    users() {
      const left = [...members.values()].filter(({ cells }) => Object.keys(cells).length > 0);
      return new Set(left.map(({ userId }) => userId));
    },
    changes() {
      // Members in the order of their rows' keys: a storage finds its pages faster so.
      const touched = [...members]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, member]) => (member.touched.size > 0 ? [member] : []));
      return {
        cells: touched.flatMap(cellRows),
        emptied: touched.flatMap(emptiedCells),
        lost: touched.flatMap(({ lost }) => [...lost.values()]),
        entries: touched.flatMap(({ entries }) => entries),
        amounts,
        redemptions,
        fulfillments: [...fulfillments.values()],
        impressions: [...impressions.values()],
        unmade: [...unmade].map((event_id) => ({ event_id })),
        awards: touched.flatMap(({ awards }) => [...awards.values()]),
        standings: touched.flatMap(standingRows),
        members: touched.map(memberRow),
        companies: [...companies].map(([company_id, growth]) => ({ company_id, growth })),
      };
    },
  };
}

function beginMember(companyId: string, userId: string): TalliedMember {
  return {
    companyId,
    userId,
    cells: {},
    touched: new Set(),
    entries: [],
    awards: new Map(),
    lost: new Map(),
    standings: new Map(),
    spans: [],
    level: 0,
    role: null,
    lastMs: 0,
    lastSeen: '',
    position: 0,
  };
}

function enter(award: Award, member: TalliedMember, { position, fact }: Placed): void {
  const { companyId: company_id, userId: user_id, entries, standings } = member;
  if (award.kind === 'points') {
    entries.push({
      company_id,
      user_id,
      position,
      rule_id: award.ruleId,
      day: fact.day,
      points: award.points,
      capped: award.capped,
      playbook_version: award.version,
    });
    if (award.points === 0) return;
    standings.set(award.windows, (standings.get(award.windows) ?? 0) + award.points);
    return;
  }
  const at = { company_id, user_id, position, playbook_version: award.version };
  if (award.kind === 'badge') {
    keep(member, { ...at, kind: 'badge', item: award.badgeId, tier: award.tier });
  } else {
    for (let level = award.from + 1; level <= award.to; level++) {
      keep(member, { ...at, kind: 'level', item: String(level), tier: '' });
    }
  }
}

function amountRows(
  { ruleId: rule_id }: PointsAward,
  amounts: readonly CurrencyAmount[],
  { position, fact }: Placed,
): Own<AmountRow>[] {
  const { companyId: company_id, userId: user_id } = fact;
  return amounts.map(({ currency, amount }) => ({
    company_id,
    user_id,
    position,
    rule_id,
    currency,
    amount,
  }));
}

/** Awards are for ever: what was reached first stays, also under a later playbook. */
function keep({ awards }: TalliedMember, award: Own<AwardRow>): void {
  const key = `${award.kind} ${award.item} ${award.tier}`;
  if (!awards.has(key)) awards.set(key, award);
}

function lose(
  { companyId: company_id, userId: user_id, awards, lost }: TalliedMember,
  kind: AwardRow['kind'],
  item: string,
  tier: string,
): void {
  const key = `${kind} ${item} ${tier}`;
  awards.delete(key);
  lost.set(key, { company_id, user_id, kind, item, tier });
}

function emptiedCells({ companyId, userId, cells, touched }: TalliedMember): CellKey[] {
  return [...touched]
    .filter((span) => cells[span] === undefined)
    .map((span) => ({ company_id: companyId, user_id: userId, span }));
}

function cellRows({ companyId, userId, cells, touched }: TalliedMember): Own<CellRow>[] {
  return [...touched].flatMap((span) => {
    const cell = cells[span];
    if (cell === undefined) return [];
    return [{ company_id: companyId, user_id: userId, span, cell: JSON.stringify(cell) }];
  });
}

function standingRows({ companyId, userId, standings }: TalliedMember): Own<StandingRow>[] {
  const sums = new Map<string, number>();
  for (const [windows, points] of standings) {
    for (const period of windows) sums.set(period, (sums.get(period) ?? 0) + points);
  }
  return [...sums].map(([period, points]) => ({ company_id: companyId, user_id: userId, period, points }));
}

function memberRow(member: TalliedMember): Own<MemberRow> {
  return {
    company_id: member.companyId,
    user_id: member.userId,
    growth: growthOf(member.cells),
    level: member.level,
    events: eventsOf(member.cells),
    role: member.role,
    last_ms: member.lastMs,
    last_seen: member.lastSeen,
    position: member.position,
  };
}
