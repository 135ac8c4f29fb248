import type { Cells, Playbook } from '@waymark/contracts';
import { apply, canonicalCells, createFold, type Fact, growthOf, levelOn, retract } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, programOf } from './folding.js';
import { CAUGHT, FEWER, isExact, logs, playbooks, RUNS } from './generated.js';

/** A log, voids of some of its facts, and all of them in any order; the rest is what should be left. */
const voided = logs.chain((log) => {
  const exact = log.filter(isExact);
  return fc.subarray(exact).chain((gone) => {
    const voids = gone.map((fact) => voidOf(fact));
    const whole = [...exact, ...voids];
    return fc.record({
      rest: fc.constant(exact.filter((fact) => !gone.includes(fact))),
      whole: fc.shuffledSubarray(whole, { minLength: whole.length }),
    });
  });
});

function voidOf(fact: Fact): Fact {
  const properties = { eventId: fact.id };
  return { ...fact, id: `void ${fact.id}`, event: '$void', source: 'server', properties };
}

type Folding = (playbook: Playbook, facts: readonly Fact[]) => string;

/** What comes to mind first: take away the points that the event brought, and leave the rest as it is. */
function takeAwayItsPoints(playbook: Playbook, facts: readonly Fact[]): string {
  const folding = createFold(programOf(playbook));
  const brought = new Map<string, number>();
  const growth = new Map<string, number>();
  for (const fact of facts) {
    const key = `${fact.companyId}/${fact.userId}`;
    const target = fact.event === '$void' ? String(fact.properties.eventId) : null;
    let points = target === null ? 0 : -(brought.get(target) ?? 0);
    if (target === null) {
      for (const award of folding.push(fact)) if (award.kind === 'points') points += award.points;
      brought.set(fact.id, points);
    }
    growth.set(key, (growth.get(key) ?? 0) + points);
  }
  return JSON.stringify([...growth].filter(([, points]) => points !== 0).sort());
}

function voidsLeaveNothing(folding: Folding) {
  return fc.property(playbooks, voided, (playbook, { whole, rest }) => {
    expect(folding(playbook, whole)).toBe(folding(playbook, rest));
  });
}

describe('a void', () => {
  it('leaves what a log without the event leaves, in any order of the two', () => {
    fc.assert(voidsLeaveNothing(fold), RUNS);
  });

  it('that takes away the points of the event is caught by that', () => {
    expect(fc.check(voidsLeaveNothing(takeAwayItsPoints), CAUGHT).failed).toBe(true);
  });

  it('is byte-equal to never having applied, and its points are what the ledger loses', () => {
    fc.assert(
      fc.property(playbooks, logs, fc.nat(29), (playbook, log, nth) => {
        const facts = log.filter(isExact).map((fact) => ({ ...fact, userId: 'ada', companyId: 'acme' }));
        const fact = facts[nth];
        if (fact === undefined) return;
        const program = programOf(playbook);
        const state = (some: readonly Fact[]) =>
          some.reduce<Cells>((cells, one) => apply(cells, one, program).state, {});
        const whole = state(facts);
        const text = canonicalCells(whole);
        const without = state(facts.filter((one) => one !== fact));
        const { state: back, awards } = retract(whole, fact, program);
        expect(canonicalCells(back)).toBe(canonicalCells(without));
        expect(canonicalCells(whole)).toBe(text);
        const points = awards.reduce((sum, award) => sum + (award.kind === 'points' ? award.points : 0), 0);
        expect(growthOf(whole) + points).toBe(growthOf(back));
      }),
      RUNS,
    );
  });
});

describe('a level', () => {
  it('never falls without a correction', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const program = programOf(playbook);
        let cells: Cells = {};
        for (const fact of log) {
          const before = levelOn(cells, fact.day, playbook);
          const { state, awards } = apply(cells, { ...fact, userId: 'ada', companyId: '' }, program);
          cells = state;
          const after = levelOn(cells, fact.day, playbook);
          const told = awards.find(({ kind }) => kind === 'level');
          if (after === before && told === undefined) continue;
          expect(after).toBeGreaterThan(before);
          expect(told).toMatchObject({ from: before, to: after });
        }
      }),
      RUNS,
    );
  });
});

describe('corrections by hand', () => {
  const corrections = fc.array(
    fc
      .record({
        event: fc.constantFrom('$adjust', '$grant', '$revoke'),
        points: fc.integer({ min: -50, max: 50 }),
        companyPoints: fc.integer({ min: -50, max: 50 }),
        tier: fc.constantFrom('bronze', 'silver'),
      })
      .map(({ event, points, companyPoints, tier }) => ({
        event,
        properties: event === '$adjust' ? { points, companyPoints } : { badge: 'n-0', tier },
      })),
    { maxLength: 8 },
  );

  it('come to the same in any order among events, and their ledger sums to the growth value', () => {
    fc.assert(
      fc.property(playbooks, logs, corrections, fc.nat(), (playbook, log, drawn, seed) => {
        const hand = drawn.map(({ event, properties }, i): Fact => {
          const timestamp = '2024-12-31T12:00:00Z';
          const member = { userId: 'ada', companyId: 'acme', role: null, context: {} };
          return {
            ...member,
            id: `c${i}`,
            event,
            properties,
            timestamp,
            day: '2024-12-31',
            source: 'server',
          };
        });
        const whole = [...log.filter(isExact), ...hand];
        const mixed = whole
          .map((fact, i) => ({ fact, at: (i * 7_919 + seed) % 104_729 }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        expect(fold(playbook, mixed)).toBe(fold(playbook, whole));
        const folding = createFold(programOf(playbook));
        let sum = 0;
        for (const fact of mixed) {
          for (const award of folding.push(fact)) if (award.kind === 'points') sum += award.points;
        }
        expect([...folding.members()].reduce((all, { cells }) => all + growthOf(cells), 0)).toBe(sum);
      }),
      FEWER,
    );
  });
});
