import type { Cells, Playbook, Rule } from '@waymark/contracts';
import {
  type Award,
  advance,
  apply,
  type Fact,
  growthOn,
  levelOn,
  nextStep,
  predictionBasis,
} from '@waymark/engine';
import { createPrediction } from '@waymark/engine/prediction';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programOf } from './folding.js';
import { FEWER, logs, playbooks, RUNS } from './generated.js';

const DAY = '2024-12-31';
const near = ['2024-12-30', DAY, '2025-01-01'];

/** What has been confirmed on any day, and what is under way around today, all of one member. */
const cases = fc.record({ playbook: playbooks, log: logs, dropped: fc.array(fc.nat(29)) }).map((drawn) => {
  const facts = drawn.log.map((fact) => ({ ...fact, userId: 'ada', companyId: 'acme' }));
  const half = facts.length / 2;
  return {
    ...drawn,
    confirmed: facts.filter((_, i) => i < half),
    pending: facts.filter(({ day }, i) => i >= half && near.includes(day)),
  };
});

function fold(playbook: Playbook, facts: readonly Fact[], from: Cells = {}): Cells {
  const program = programOf(playbook);
  return facts.reduce((cells, fact) => apply(cells, fact, program).state, from);
}

/** A quest without points brings the hub alone an award: of what it pays in currencies. */
function isToSpendAlone(award: Award): boolean {
  return award.kind === 'points' && award.points + award.companyPoints === 0 && award.amounts !== undefined;
}

function basisOf(playbook: Playbook, cells: Cells) {
  const level = playbook.expiry && { level: levelOn(cells, DAY, playbook) };
  return JSON.parse(JSON.stringify({ playbook, cells: predictionBasis(cells, DAY, playbook), ...level }));
}

describe('a prediction', () => {
  it('says what the hub will say', () => {
    fc.assert(
      fc.property(cases, ({ playbook, confirmed, pending }) => {
        const hub: { [span: string]: { [key: string]: number } } = JSON.parse(
          JSON.stringify(fold(playbook, confirmed)),
        );
        const prediction = createPrediction(basisOf(playbook, hub));
        const program = programOf(playbook);
        const answers = pending.map((fact) => {
          const predicted = prediction.predict(fact);
          const awards = advance(hub, fact, program);
          // Secret badges must not be told by what a browser is given: it foretells none. Nor what can be spent.
          const foretold = awards
            .filter((award) => award.kind !== 'badge' && !isToSpendAlone(award))
            .map((award) => ({ ...award, amounts: undefined }));
          // Where growth lapses, an award of a level is of the fact's day, and `level()` of today.
          const told = (all: readonly Award[]) =>
            playbook.expiry === undefined ? all : all.filter(({ kind }) => kind !== 'level');
          return {
            predicted: { awards: told(predicted.awards), growth: predicted.growth },
            confirmed: { awards: told(foretold), growth: growthOn(hub, DAY, playbook) },
          };
        });
        expect(answers.map(({ predicted }) => predicted)).toEqual(answers.map(({ confirmed }) => confirmed));
        expect(prediction.growth()).toBe(growthOn(hub, DAY, playbook));
        const level = levelOn(hub, DAY, playbook);
        expect(prediction.level()).toBeLessThanOrEqual(level);
        // What is of last month can still carry a level into this one; only the hub knows how far.
        if (playbook.expiry === undefined || pending.every(({ day }) => day === DAY)) {
          expect(prediction.level()).toBe(level);
        }
      }),
      RUNS,
    );
  });

  it('forgets what is dropped as if it had never been', () => {
    fc.assert(
      fc.property(cases, ({ playbook, confirmed, pending, dropped }) => {
        const basis = basisOf(playbook, fold(playbook, confirmed));
        const gone = new Set(dropped.map((n) => `e${n}`));
        const all = createPrediction(basis);
        for (const fact of pending) all.predict(fact);
        all.drop(gone);
        const rest = createPrediction(basis);
        for (const fact of pending.filter(({ id }) => !gone.has(id))) rest.predict(fact);
        expect(all.entries()).toEqual(rest.entries());
        expect(all.growth()).toBe(rest.growth());
      }),
      FEWER,
    );
  });

  it('comes to the same growth as the hub confirms one fact after another', () => {
    fc.assert(
      fc.property(cases, ({ playbook, confirmed, pending }) => {
        let hub = fold(playbook, confirmed);
        const prediction = createPrediction(basisOf(playbook, hub));
        for (const fact of pending) prediction.predict(fact);
        const foretold = prediction.growth();
        for (const fact of pending) {
          hub = fold(playbook, [fact], hub);
          prediction.rebase(basisOf(playbook, hub), [fact.id]);
          if (prediction.growth() !== foretold) expect(prediction.growth()).toBe(foretold);
        }
        expect(prediction.entries()).toEqual([]);
        expect(prediction.growth()).toBe(growthOn(hub, DAY, playbook));
      }),
      FEWER,
    );
  });

  it('takes an id once', () => {
    fc.assert(
      fc.property(cases, ({ playbook, pending }) => {
        const prediction = createPrediction(basisOf(playbook, {}));
        for (const fact of pending) prediction.predict(fact);
        const { length } = prediction.entries();
        const growth = prediction.growth();
        for (const fact of pending) expect(prediction.predict(fact)).toEqual({ awards: [], growth });
        expect(prediction.entries()).toHaveLength(length);
      }),
      FEWER,
    );
  });
});

describe('the next step', () => {
  it('brings at most what is left of its limit, and nothing else brings more', () => {
    fc.assert(
      fc.property(playbooks, logs, (playbook, log) => {
        const rules = playbook.rules.filter(({ measure }) => measure.kind === 'count');
        const countsOnly = { ...playbook, rules, bonuses: [], quests: [] };
        const program = programOf(countsOnly);
        const cells = fold(countsOnly, log);
        const best = nextStep(program, cells, DAY);
        const gains = countsOnly.rules.map((rule) => {
          const alone = programOf({ ...countsOnly, rules: [anyhow(rule)], badges: [] });
          const fact: Fact = { ...sample, event: rule.event };
          const points = apply(cells, fact, alone).awards.map((a) => (a.kind === 'points' ? a.points : 0));
          return Math.max(0, ...points);
        });
        expect(best?.points ?? 0).toBe(Math.max(0, ...gains));
      }),
      FEWER,
    );
  });
});

/** A rule as its next step sees it: without what cannot be known beforehand. */
function anyhow(rule: Rule): Rule {
  return { ...rule, when: undefined, hours: undefined, trust: undefined };
}

const sample: Fact = {
  id: 'next',
  event: '',
  userId: 'ada',
  companyId: 'acme',
  role: null,
  timestamp: `${DAY}T12:00:00Z`,
  day: DAY,
  properties: {},
  context: {},
};
