import type { Playbook, Quest } from '@waymark/contracts';
import { addDays, contributionOf, type Fact, growthOf, questOf, stampFact } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersOf, playbookOf } from './folding.js';
import { CAUGHT, FEWER, RUNS } from './generated.js';

const FIRST = '2026-08-01';
const LAST = addDays(FIRST, 40);

const playbooks = fc
  .record({
    by: fc.constantFrom('member', 'company'),
    ordered: fc.boolean(),
    days: fc.constantFrom(undefined, 1, 3, 7),
    steps: fc.array(
      fc.record({
        event: fc.constantFrom('a', 'b'),
        measure: fc.constantFrom({ kind: 'count' }, { kind: 'sum', of: 'n' }, { kind: 'distinct', of: 'n' }),
        at: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ steps, ...rest }): Playbook => {
    const named = steps.map((step) => ({ ...step, name: 'Step' }));
    const points = rest.by === 'member' ? 9 : 0;
    const quest = { id: 'q', name: 'Q', outcome: 'value', points, ...rest, steps: named };
    return playbookOf(JSON.parse(JSON.stringify({ quests: [quest] })));
  });

const logs = fc
  .array(
    fc.record({ n: fc.integer({ min: 1, max: 3 }), event: fc.constantFrom('a', 'b'), day: fc.nat(20) }),
    {
      maxLength: 12,
    },
  )
  .map((drawn) =>
    drawn.map(({ n, event, day }, i): Fact => {
      const timestamp = `${addDays(FIRST, day)}T12:00:00Z`;
      const userId = i % 3 === 0 ? 'ada' : 'bob';
      const told = { id: `e${i}`, type: 'track', event, userId, timestamp, properties: { n } } as const;
      return stampFact(told, { companyId: 'acme', role: null });
    }),
  );

type DoneOn = (playbook: Playbook, facts: readonly Fact[]) => string | null;

function questIn(playbook: Playbook): Quest {
  const [quest] = playbook.quests ?? [];
  if (quest === undefined) throw new Error('Expected a quest.');
  return quest;
}

function mine(playbook: Playbook, facts: readonly Fact[]): readonly Fact[] {
  return questIn(playbook).by === 'company' ? facts : facts.filter(({ userId }) => userId === 'bob');
}

function doneOn(playbook: Playbook, facts: readonly Fact[]): string | null {
  const members = membersOf(playbook, mine(playbook, facts));
  const contributions = members.map(({ cells }) => contributionOf(questIn(playbook), cells));
  return questOf(questIn(playbook), contributions, LAST).doneOn;
}

/** By another road: every stretch of days, day after day, with all that came up to then. */
function dayByDay(playbook: Playbook, facts: readonly Fact[], starts?: readonly string[]): string | null {
  const { ordered, days = 100, steps } = questIn(playbook);
  const own = mine(playbook, facts);
  const all = Array.from({ length: 41 }, (_, i) => addDays(FIRST, i));
  let earliest: string | null = null;
  for (const start of starts ?? all) {
    let from = start;
    let latest = start;
    const isDone = steps.every(({ event, measure, at }) => {
      const since = ordered ? from : start;
      for (const day of all.filter((one) => one >= since && one < addDays(start, days))) {
        const found = own.filter((fact) => fact.event === event && since <= fact.day && fact.day <= day);
        const values = found.map(({ properties }) => Number(properties.n));
        const sum = values.reduce((total, value) => total + value, 0);
        const amount = { count: found.length, sum, distinct: new Set(values).size }[measure.kind];
        if (amount < at) continue;
        from = day;
        latest = day > latest ? day : latest;
        return true;
      }
      return false;
    });
    if (isDone && (earliest === null || latest < earliest)) earliest = latest;
  }
  return earliest;
}

/** What comes to mind first: the time runs from the very first day on which anything was done. */
function fromTheFirstDay(playbook: Playbook, facts: readonly Fact[]): string | null {
  const { ordered, steps } = questIn(playbook);
  const begins = mine(playbook, facts).filter(({ event }) => !ordered || event === steps[0]?.event);
  const first = begins.map(({ day }) => day).sort()[0];
  return first === undefined ? null : dayByDay(playbook, facts, [first]);
}

function oneMoreUndoesNothing(done: DoneOn) {
  return fc.property(playbooks, logs, (playbook, log) => {
    const before = done(playbook, log.slice(1));
    const after = done(playbook, log);
    if (before === null) return;
    expect(after).not.toBeNull();
    expect((after ?? '') <= before).toBe(true);
  });
}

describe('a quest', () => {
  it('is done on the day that a walk through every stretch of days finds', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const expected = dayByDay(playbook, log);
        expect(doneOn(playbook, log)).toBe(expected);
      }),
      FEWER,
    );
  });

  it('is never undone or delayed by one more event, however late it comes', () => {
    fc.assert(oneMoreUndoesNothing(doneOn), RUNS);
  });

  it('whose time runs from the first day is caught by that', () => {
    expect(fc.check(oneMoreUndoesNothing(fromTheFirstDay), CAUGHT).failed).toBe(true);
  });

  it('pays once when it is done, and only then', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const { by, points } = questIn(playbook);
        const own = mine(playbook, log);
        const paid = membersOf(playbook, own).reduce((sum, { cells }) => sum + growthOf(cells), 0);
        expect(paid).toBe(by === 'member' && doneOn(playbook, log) !== null ? points : 0);
      }),
      FEWER,
    );
  });
});
