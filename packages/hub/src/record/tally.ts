import {
  type Award,
  advance,
  type DraftCells,
  eventsOf,
  type Fact,
  growthOf,
  levelAt,
  type Program,
  spansOf,
} from '@waymark/engine';
import type { Changes } from '../storage/log.js';
import type { AwardRow, LedgerRow, StandingRow } from '../storage/tables.js';

/** A fact at its place in the log. */
export interface Placed {
  readonly position: number;
  readonly fact: Fact;
}

/** One member while facts are added up. */
export interface TalliedMember {
  readonly companyId: string;
  readonly userId: string;
  readonly cells: DraftCells;
  readonly touched: Set<string>;
  level: number;
  role: string | null;
  lastMs: number;
  lastSeen: string;
  position: number;
}

type Own<Row> = Omit<Row, 'tenant_id'>;

/** Adds facts up into the rows that the storage keeps; the recorder and the verifier do it by this same arithmetic. */
export interface Tally {
  /** Gives a member the cells it had before; those not given begin empty. */
  begin(companyId: string, userId: string, span: string, cell: DraftCells[string]): void;
  /** Takes the next fact of the log, under the playbook that was in force. */
  take(placed: Placed, program: Program): Award[];
  members(): Iterable<TalliedMember>;
  /** What was changed, except the log itself. */
  changes(): Omit<Changes, 'log'>;
}

/** Name of a member in a map; ids hold no control characters. */
export function memberKey(companyId: string, userId: string): string {
  return `${companyId}\n${userId}`;
}

/** Begins with nothing. */
export function createTally(): Tally {
  const members = new Map<string, TalliedMember>();
  const entries: Own<LedgerRow>[] = [];
  const awards = new Map<string, Own<AwardRow>>();
  const standings = new Map<string, { -readonly [K in keyof Own<StandingRow>]: Own<StandingRow>[K] }>();

  function memberOf(companyId: string, userId: string): TalliedMember {
    const key = memberKey(companyId, userId);
    let member = members.get(key);
    if (member === undefined) {
      member = {
        companyId,
        userId,
        cells: {},
        touched: new Set(),
        level: 0,
        role: null,
        lastMs: 0,
        lastSeen: '',
        position: 0,
      };
      members.set(key, member);
    }
    return member;
  }

  function enter(award: Award, { companyId, userId }: Fact, position: number): void {
    const own = { company_id: companyId, user_id: userId };
    const at = { position, playbook_version: award.version };
    if (award.kind === 'points') {
      entries.push({ ...own, ...at, rule_id: award.ruleId, points: award.points, capped: award.capped });
      if (award.points === 0) return;
      for (const period of award.windows) {
        const key = `${companyId}\n${period}\n${userId}`;
        const standing = standings.get(key);
        if (standing === undefined) standings.set(key, { ...own, period, points: award.points });
        else standing.points += award.points;
      }
      return;
    }
    if (award.kind === 'badge') {
      keep({ ...own, ...at, kind: 'badge', item: award.badgeId, tier: award.tier });
      return;
    }
    for (let level = award.from + 1; level <= award.to; level++) {
      keep({ ...own, ...at, kind: 'level', item: String(level), tier: '' });
    }
  }

  /** Awards are for ever: what was reached first stays, also under a later playbook. */
  function keep(award: Own<AwardRow>): void {
    const key = `${award.company_id}\n${award.user_id}\n${award.kind}\n${award.item}\n${award.tier}`;
    if (!awards.has(key)) awards.set(key, award);
  }

  return {
    begin(companyId, userId, span, cell) {
      memberOf(companyId, userId).cells[span] = cell;
    },
    take({ position, fact }, program) {
      if (fact.userId === '') return [];
      const member = memberOf(fact.companyId, fact.userId);
      const gained = advance(member.cells, fact, program);
      for (const span of spansOf(fact.day)) member.touched.add(span);
      member.level = levelAt(program.playbook.levels, growthOf(member.cells));
      member.role = fact.role ?? member.role;
      member.position = position;
      const ms = Date.parse(fact.timestamp);
      if (ms >= member.lastMs) {
        member.lastMs = ms;
        member.lastSeen = fact.timestamp;
      }
      for (const award of gained) enter(award, fact, position);
      return gained;
    },
    members: () => members.values(),
    changes: () => ({
      cells: [...members.values()].flatMap(({ companyId, userId, cells, touched }) =>
        [...touched].flatMap((span) => {
          const cell = cells[span];
          if (cell === undefined) return [];
          return [{ company_id: companyId, user_id: userId, span, cell: JSON.stringify(cell) }];
        }),
      ),
      entries,
      awards: [...awards.values()],
      standings: [...standings.values()],
      members: [...members.values()]
        .filter(({ touched }) => touched.size > 0)
        .map((member) => ({
          company_id: member.companyId,
          user_id: member.userId,
          growth: growthOf(member.cells),
          level: member.level,
          events: eventsOf(member.cells),
          role: member.role,
          last_ms: member.lastMs,
          last_seen: member.lastSeen,
          position: member.position,
        })),
    }),
  };
}
