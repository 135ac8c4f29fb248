import type { Cells, Playbook } from '@waymark/contracts';
import {
  advance,
  apply,
  canonicalCells,
  createFold,
  type Fact,
  growthOf,
  type PointsAward,
  windowKeys,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, playbookOf, programOf } from './folding.js';
import { CAUGHT, FEWER, isExact, logs, playbooks, RUNS, retoldLogs } from './generated.js';

type Folding = (playbook: Playbook, facts: readonly Fact[]) => string;

function memberKey({ companyId, userId }: Fact): string {
  return `${companyId}/${userId}`;
}

function orderChangesNothing(folding: Folding) {
  return fc.property(playbooks, retoldLogs, (playbook, [log, retold]) => {
    expect(folding(playbook, retold)).toBe(folding(playbook, log));
  });
}

/** What many engines do: a running total that is cut at the limit as events come, with sums taken as they are. */
function runningTotals(playbook: Playbook, facts: readonly Fact[]): string {
  const totals = new Map<string, number>();
  for (const fact of facts) {
    for (const rule of playbook.rules) {
      if (rule.event !== fact.event) continue;
      const key = `${memberKey(fact)} ${rule.id}`;
      const total = totals.get(key) ?? 0;
      const limit = rule.limit?.points ?? Infinity;
      const amount = rule.measure.kind === 'sum' ? Number(fact.properties.files ?? 0) : 1;
      if (total < limit) totals.set(key, total + rule.points * amount);
    }
  }
  return JSON.stringify([...totals].sort());
}

describe('folding', () => {
  it('comes to the same bytes in any order and with any repetitions', () => {
    fc.assert(orderChangesNothing(fold), RUNS);
  });

  it('a fold that cuts running totals is caught by that', () => {
    expect(fc.check(orderChangesNothing(runningTotals), CAUGHT).failed).toBe(true);
  });

  it('gives a company the same in any order where a week lies in two months and a share is full', () => {
    const rule = { id: 'r', name: 'R', event: 'ship', points: 10, outcome: 'value', to: 'both' };
    const limit = { per: 'week', points: 30 };
    const sharing = Array.from({ length: 90 }, (_, i) =>
      playbookOf({ rules: [{ ...rule, limit, share: { per: 'month', points: i + 1 } }] }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), retoldLogs, (most, [log, retold]) => {
        const playbook = sharing[most - 1] as Playbook;
        const asShip = (facts: readonly Fact[]) =>
          facts.map((fact) => ({ ...fact, event: 'ship', userId: 'ada', companyId: 'acme' }));
        expect(fold(playbook, asShip(retold))).toBe(fold(playbook, asShip(log)));
      }),
      RUNS,
    );
  });

  it('continues from a stored snapshot as if it had never stopped', () => {
    fc.assert(
      fc.property(playbooks, logs, fc.nat(30), (playbook, log, cut) => {
        const program = programOf(playbook);
        let members = new Map<string, Cells>();
        log.forEach((fact, i) => {
          if (i === cut) members = new Map(JSON.parse(JSON.stringify([...members])));
          const { state } = apply(members.get(memberKey(fact)) ?? {}, fact, program);
          members.set(memberKey(fact), state);
        });
        const texts = [...members].map(([key, cells]) => `${key} ${canonicalCells(cells)}`);
        expect(texts.sort().join('\n')).toBe(fold(playbook, log));
      }),
      RUNS,
    );
  });

  it('apply never changes what it is given, and agrees with advance', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const program = programOf(playbook);
        let state: Cells = {};
        const draft = {};
        for (const fact of log) {
          const before = deepFrozen(state);
          const text = canonicalCells(before);
          const applied = apply(before, deepFrozen(fact), program);
          expect(applied.awards).toEqual(advance(draft, fact, program));
          expect(canonicalCells(before)).toBe(text);
          state = applied.state;
          expect(canonicalCells(state)).toBe(canonicalCells(draft));
        }
      }),
      FEWER,
    );
  });
});

describe('the ledger', () => {
  it('sums to the growth value at every prefix', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const folding = createFold(programOf(playbook));
        const sums = new Map<string, number>();
        for (const fact of log.filter(isExact)) {
          for (const award of pointsOf(folding.push(fact))) {
            increase(sums, memberKey(fact), award.points);
          }
          for (const { companyId, userId, cells } of folding.members()) {
            const key = `${companyId}/${userId}`;
            if (growthOf(cells) !== (sums.get(key) ?? 0)) expect(growthOf(cells)).toBe(sums.get(key) ?? 0);
          }
        }
      }),
      RUNS,
    );
  });

  it('never exceeds a limit in its period, and fills it before it cuts', () => {
    fc.assert(keepsLimits(ledgerOf), RUNS);
  });

  it('an engine that names weeks by the calendar year is caught by that', () => {
    expect(fc.check(keepsLimits(calendarYearLedgerOf), CAUGHT).failed).toBe(true);
  });

  it('counts an entry only in windows that hold its whole period, in the same windows in any order', () => {
    fc.assert(
      fc.property(playbooks, retoldLogs, (playbook, [log, retold]) => {
        expect(windowSums(playbook, retold)).toEqual(windowSums(playbook, log));
      }),
      FEWER,
    );
  });
});

type Entry = Pick<PointsAward, 'ruleId' | 'points' | 'capped'>;
type Ledger = (playbook: Playbook) => (fact: Fact) => readonly Entry[];

/** Whether each rule's entries stay within its limit in each of its periods. */
function keepsLimits(ledger: Ledger) {
  return fc.property(playbooks, logs, (playbook, log) => {
    const push = ledger(playbook);
    const sums = new Map<string, number>();
    for (const fact of log) {
      for (const { ruleId, points, capped } of push(fact)) {
        const rule = playbook.rules.find(({ id }) => id === ruleId);
        if (rule?.limit === undefined || rule.to === 'company') continue;
        const { limit } = rule;
        const total = increase(sums, `${memberKey(fact)} ${ruleId} ${periodOf(fact, limit.per)}`, points);
        if (total > limit.points || capped !== null) expect(total).toBe(limit.points);
      }
    }
  });
}

function periodOf({ day: date }: Fact, period: string): string {
  const { day, week, month } = windowKeys(date);
  return { day, week, month }[period] ?? 'lifetime';
}

function ledgerOf(playbook: Playbook): (fact: Fact) => Entry[] {
  const folding = createFold(programOf(playbook));
  return (fact) => pointsOf(folding.push(fact));
}

/** Right but for one thing: the week's number goes with the year of the day. */
function calendarYearLedgerOf(playbook: Playbook): (fact: Fact) => Entry[] {
  const sums = new Map<string, number>();
  return (fact) =>
    playbook.rules.flatMap(({ id, event, limit, points, measure }) => {
      if (event !== fact.event || limit === undefined || measure.kind !== 'count') return [];
      const iso = periodOf(fact, limit.per);
      const period = limit.per === 'week' ? `${fact.day.slice(0, 4)}-${iso.slice(5)}` : iso;
      const key = `${memberKey(fact)} ${id} ${period}`;
      const granted = Math.min(points, limit.points - (sums.get(key) ?? 0));
      increase(sums, key, granted);
      return [{ ruleId: id, points: granted, capped: granted < points ? limit.per : null }];
    });
}

function windowSums(playbook: Playbook, log: readonly Fact[]): object {
  const folding = createFold(programOf(playbook));
  const sums = new Map<string, number>();
  for (const fact of log.filter(isExact)) {
    for (const award of pointsOf(folding.push(fact))) {
      for (const window of award.windows) increase(sums, `${memberKey(fact)} ${window}`, award.points);
    }
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pointsOf(awards: readonly { kind: string }[]): PointsAward[] {
  return awards.filter((award): award is PointsAward => award.kind === 'points');
}

function increase(sums: Map<string, number>, key: string, by: number): number {
  const sum = (sums.get(key) ?? 0) + by;
  sums.set(key, sum);
  return sum;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
