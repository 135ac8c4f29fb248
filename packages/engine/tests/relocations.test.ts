import type { Playbook } from '@waymark/contracts';
import {
  createFold,
  type Fact,
  growthOf,
  homesOf,
  type MemberId,
  relocationOf,
  tallyPoints,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, programOf } from './folding.js';
import { CAUGHT, FEWER, isExact, logs, playbooks } from './generated.js';

const users = fc.constantFrom('ada', 'bob', 'cat');
const companies = fc.constantFrom('acme', 'umbra');

/** Moves and merges among few members, so that they meet in chains and circles. */
const relocations: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.record({
      event: fc.constantFrom('$move', '$merge'),
      userId: users,
      companyId: companies,
      toUser: users,
      toCompany: companies,
      hour: fc.nat(3),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ event, userId, companyId, toUser, toCompany, hour }, i) =>
      handMade(`r${i}`, event, { userId, companyId }, hour, {
        ...(event === '$move' ? { companyId: toCompany } : { userId: toUser }),
      }),
    ),
  );

function handMade(
  id: string,
  event: string,
  { userId, companyId }: MemberId,
  hour: number,
  properties: Fact['properties'],
): Fact {
  const timestamp = `2025-01-01T0${hour}:00:00Z`;
  const about = { userId, companyId, role: null, context: {}, source: 'server' as const };
  return { ...about, id, event, properties, timestamp, day: '2025-01-01' };
}

/** Goes from a member step by step; where it comes round, the source of the circle's first word is the end. */
function walkedHome(said: readonly Fact[], member: MemberId): MemberId {
  const name = (one: MemberId) => `${one.companyId}/${one.userId}`;
  const steps = said.flatMap((fact) => relocationOf(fact) ?? []);
  steps.sort((a, b) => a.ms - b.ms || (a.eventId < b.eventId ? -1 : 1));
  const lastOf = (one: MemberId) => steps.filter(({ from }) => name(from) === name(one)).at(-1);
  const walked: NonNullable<ReturnType<typeof lastOf>>[] = [];
  let at = member;
  for (let step = lastOf(at); step !== undefined; step = lastOf(at)) {
    const begin = walked.findIndex(({ from }) => name(from) === name(at));
    if (begin >= 0) {
      const circle = walked.slice(begin);
      return steps.find((one) => circle.includes(one))?.from as MemberId;
    }
    walked.push(step);
    at = step.to;
  }
  return at;
}

/** A log, corrections of it, all of it in any order; `rest` is what should be left, where it should be. */
const corrected = fc.record({ log: logs, said: relocations, seed: fc.nat() }).chain(({ log, said, seed }) => {
  const exact = log.filter(isExact);
  return fc
    .record({
      unsaid: fc.subarray(said),
      gone: fc.subarray(exact.filter(({ companyId }) => companyId !== '')),
      by: users,
    })
    .map(({ unsaid, gone, by }) => {
      const inForce = said.filter((fact) => !unsaid.includes(fact));
      const home = (one: MemberId) => walkedHome(inForce, one);
      const voids = [
        ...unsaid.map((fact) => handMade(`-${fact.id}`, '$void', fact, 0, { eventId: fact.id })),
        ...gone.map((fact) =>
          handMade(`-${fact.id}`, '$void', { ...fact, userId: by }, 0, { eventId: fact.id }),
        ),
      ];
      const isSame = (a: MemberId, b: MemberId) =>
        home(a).userId === home(b).userId && home(a).companyId === home(b).companyId;
      const isGone = (fact: Fact) => gone.includes(fact) && isSame(fact, { ...fact, userId: by });
      const whole = [...exact, ...said, ...voids];
      const mixed = whole
        .map((fact, i) => ({ fact, at: (i * 7_919 + seed) % 104_729 }))
        .sort((a, b) => a.at - b.at)
        .map(({ fact }) => fact);
      return {
        mixed: [...mixed, ...mixed.slice(0, seed % 5)],
        rest: exact.filter((fact) => !isGone(fact)).map((fact) => ({ ...fact, ...home(fact) })),
      };
    });
});

type Folding = (playbook: Playbook, facts: readonly Fact[]) => string;

/** What comes to mind first: from now on the facts of the one count for the other. */
function fromNowOn(playbook: Playbook, facts: readonly Fact[]): string {
  const said: Fact[] = [];
  return fold(
    playbook,
    facts.map((fact) => {
      if (relocationOf(fact) !== null) said.push(fact);
      return { ...fact, ...walkedHome(said, fact) };
    }),
  );
}

function everythingIsTheOthers(folding: Folding) {
  return fc.property(playbooks, corrected, (playbook, { mixed, rest }) => {
    expect(folding(playbook, mixed)).toBe(fold(playbook, rest));
  });
}

describe('moves and merges', () => {
  it('leave what a log leaves that had been so from the start, in any order and however often', () => {
    fc.assert(everythingIsTheOthers(fold), FEWER);
  });

  it('that count from now on alone are caught by that', () => {
    expect(fc.check(everythingIsTheOthers(fromNowOn), CAUGHT).failed).toBe(true);
  });

  it('keep the sum of the rules and the sum of the people the same', () => {
    fc.assert(
      fc.property(playbooks, corrected, (playbook, { mixed }) => {
        const facts = mixed.map((fact) => (fact.companyId === '' ? { ...fact, companyId: 'acme' } : fact));
        const { rules, people, companies: growths } = tallyPoints(playbook, facts);
        const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
        expect(sum(rules.values())).toBe(sum(people.map(({ growth }) => growth)) + sum(growths.values()));
      }),
      FEWER,
    );
  });

  const at = (companyId: string, userId = 'ada'): MemberId => ({ companyId, userId });
  const move = (id: string, from: MemberId, companyId: string, hour: number) =>
    handMade(id, '$move', from, hour, { companyId });
  const homes = (...facts: Fact[]) => homesOf(facts.flatMap((fact) => relocationOf(fact) ?? []));

  it('end where the last word leads, and of a circle the first word is let go', () => {
    const there = move('a', at('acme'), 'umbra', 1);
    const back = move('b', at('umbra'), 'acme', 2);
    expect(homes(there, back).of(at('umbra'))).toEqual(at('acme'));
    expect(homes(back, there).of(at('acme'))).toEqual(at('acme'));
    const on = move('c', at('umbra'), 'hooli', 3);
    expect(homes(there, on).of(at('acme'))).toEqual(at('hooli'));
    expect(homes(on, move('d', at('acme'), 'vandelay', 4), there).of(at('acme'))).toEqual(at('vandelay'));
  });

  it.each([
    ['from a browser', { ...move('a', at('acme'), 'umbra', 1), source: 'browser' as const }],
    ['of nobody', move('a', at('acme', ''), 'umbra', 1)],
    ['to where one is', move('a', at('acme'), 'acme', 1)],
    ['to nowhere', handMade('a', '$merge', at('acme'), 1, { userId: 7 })],
  ])('%s do nothing', (_, fact) => {
    expect(relocationOf(fact)).toBeNull();
  });

  it('of ten thousand facts, in chains of a thousand, are done at once', () => {
    const facts = Array.from({ length: 10_000 }, (_, i) => ({
      ...handMade(`e${i}`, 'ship', at('acme', `u${i % 1_000}`), 0, {}),
    }));
    const merges = Array.from({ length: 999 }, (_, i) =>
      handMade(`m${i}`, '$merge', at('acme', `u${i}`), 1, { userId: `u${i + 1}` }),
    );
    const [playbook] = fc.sample(playbooks, { numRuns: 1, seed: 1 });
    const folding = createFold(programOf(playbook as Playbook));
    for (const fact of [...facts, ...merges]) folding.push(fact);
    const [only, ...others] = folding.members();
    expect([only?.userId, others.length]).toEqual(['u999', 0]);
    expect(growthOf(only?.cells ?? {})).toBeGreaterThanOrEqual(0);
  });
});
