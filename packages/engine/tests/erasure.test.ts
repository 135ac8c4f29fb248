import type { Playbook } from '@waymark/contracts';
import type { Fact } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, membersOf, textOf } from './folding.js';
import { CAUGHT, isExact, logs, playbooks, RUNS } from './generated.js';

/** A log with some of its facts taken back; up to where it had come when Ada was erased; what is sent again after that. */
const cases = logs.chain((drawn) => {
  const log = drawn.filter(isExact);
  return fc.subarray(log).chain((gone) => {
    const whole = [...log, ...gone.map(voidOf)];
    return fc.record({
      order: fc.shuffledSubarray(whole, { minLength: whole.length }),
      cut: fc.nat(whole.length),
      again: fc.subarray(whole),
    });
  });
});

function voidOf(fact: Fact): Fact {
  const properties = { eventId: fact.id };
  return { ...fact, id: `void ${fact.id}`, event: '$void', source: 'server', properties };
}

const isHers = ({ userId }: Fact) => userId === 'ada';

/** What is left of an erased person's fact: that there was one. */
function blank({ id }: Fact): Fact {
  const nobody = { userId: '', companyId: '', role: null, properties: {}, context: {} };
  return { ...nobody, id, event: '', timestamp: '', day: '' };
}

type Erasing = (playbook: Playbook, before: readonly Fact[], after: readonly Fact[]) => string;

const byBlanking: Erasing = (playbook, before, after) =>
  fold(playbook, [...before.map((fact) => (isHers(fact) ? blank(fact) : fact)), ...after]);

/** What comes to mind first: delete the rows. */
const byDeleting: Erasing = (playbook, before, after) =>
  fold(playbook, [...before.filter((fact) => !isHers(fact)), ...after]);

/** The other thing that comes to mind: delete what they led to. */
const byForgetting: Erasing = (playbook, before, after) =>
  textOf(membersOf(playbook, [...before, ...after]).filter(({ userId }) => userId !== 'ada'));

function leavesNothing(erasing: Erasing) {
  return fc.property(playbooks, cases, (playbook, { order, cut, again }) => {
    const before = order.slice(0, cut);
    const resent = again.filter((fact) => before.includes(fact));
    const after = order.slice(cut);
    const rest = fold(playbook, [...before.filter((fact) => !isHers(fact)), ...after]);
    const left = erasing(playbook, before, [...resent, ...after]);
    expect(left).toBe(rest);
    if (!after.some(isHers)) expect(left).not.toContain('ada');
  });
}

describe('erasing a person', () => {
  it('leaves what a log leaves that never had them, whatever is sent again, and lets them begin anew', () => {
    fc.assert(leavesNothing(byBlanking), RUNS);
  });

  it.each([
    ['deletes their facts', byDeleting],
    ['deletes what their facts led to', byForgetting],
  ])('one that %s is caught by that', (_, erasing) => {
    expect(fc.check(leavesNothing(erasing), CAUGHT).failed).toBe(true);
  });
});
