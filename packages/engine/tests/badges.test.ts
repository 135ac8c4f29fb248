import type { Badge, Cells, Playbook } from '@waymark/contracts';
import {
  createFold,
  type Fact,
  heldTiers,
  isWithheld,
  type LevelsNow,
  levelAt,
  levelOn,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, playbookOf, programOf } from './folding.js';
import { CAUGHT, expiries, FEWER } from './generated.js';

const badge = {
  id: 'crew',
  name: 'Crew',
  description: 'Ships, and is there',
  event: 'ship',
  medal: { shape: 'star', glyph: 'flag' },
  tiers: [
    { tier: 'bronze', at: 1 },
    { tier: 'gold', at: 3 },
  ],
};

const parts = {
  levels: [0, 20, 60].map((at) => ({ at, title: `At ${at}` })),
  companyLevels: [0, 30].map((at) => ({ at, title: `At ${at}` })),
  rules: [{ id: 'ship', name: 'Ship', event: 'ship', points: 10, outcome: 'value', to: 'both' }],
};

const held = fc.constantFrom({ level: 1 }, { level: 2 }, { companyLevel: 1 }, { level: 1, companyLevel: 1 });
const playbooks = fc
  .record({ held, expiry: fc.option(expiries, { nil: undefined }) })
  .map(({ held: level, expiry }) =>
    playbookOf({ ...parts, badges: [{ ...badge, while: level }], ...(expiry && { expiry }) }),
  );

function factOf(id: string, event: string, day: string, properties: Fact['properties'] = {}): Fact {
  const who = { userId: 'ada', companyId: 'acme', role: null, context: {}, source: 'server' as const };
  return { ...who, id, event, day, timestamp: `${day}T12:00:00Z`, properties };
}

const monthly = (month: number) => new Date(Date.UTC(2024, month, 15)).toISOString().slice(0, 10);
const day = fc.nat(12).map(monthly);
const said = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['ship', {}] as const) },
  fc.integer({ min: -40, max: 40 }).map((points) => ['$adjust', { points, companyPoints: points }] as const),
  fc.constantFrom('$grant', '$revoke').map((event) => [event, { badge: 'crew', tier: 'gold' }] as const),
);

/** A log, some of it taken back, and all of it in another order with some of it repeated. */
const logs = fc
  .array(fc.tuple(said, day), { maxLength: 10 })
  .map((drawn) => drawn.map(([[event, properties], on], i) => factOf(`e${i}`, event, on, properties)))
  .chain((log) =>
    fc.subarray(log).chain((gone) => {
      const whole = [
        ...log,
        ...gone.map(({ id, day: on }) => factOf(`v ${id}`, '$void', on, { eventId: id })),
      ];
      const rest = log.filter((fact) => !gone.includes(fact));
      return fc
        .tuple(fc.shuffledSubarray(whole, { minLength: whole.length }), fc.subarray(whole))
        .map(([order, again]) => ({ rest, retold: [...order, ...again] }));
    }),
  );

const badgeOf = ({ badges }: Playbook) => badges[0] as Badge;

function levelsOn(playbook: Playbook, cells: Cells, on: string): LevelsNow {
  const brought = cells.all?.company;
  const companyLevel = levelAt(playbook.companyLevels ?? [], typeof brought === 'number' ? brought : 0);
  return { level: levelOn(cells, on, playbook), companyLevel };
}

type Wearing = (playbook: Playbook, log: readonly Fact[], on: string) => readonly string[];

const worn: Wearing = (playbook, log, on) => {
  const cells = cellsOf(playbook, log);
  const now = levelsOn(playbook, cells, on);
  return heldTiers(cells, badgeOf(playbook)).filter(
    (tier) => !isWithheld(cells, badgeOf(playbook), tier, now),
  );
};

/** What comes to mind first: a badge is taken when an event finds the level lost, and given when the next one earns it. */
const latched: Wearing = (playbook, log) => {
  const folding = createFold(programOf(playbook));
  const tiers = new Set<string>();
  for (const fact of log) {
    for (const award of folding.push(fact)) if (award.kind === 'badge') tiers.add(award.tier);
    const cells = [...folding.members()][0]?.cells ?? {};
    const now = levelsOn(playbook, cells, fact.day);
    const earned = heldTiers(cells, badgeOf(playbook));
    for (const { tier } of badgeOf(playbook).tiers) {
      if (!earned.includes(tier) || isWithheld(cells, badgeOf(playbook), tier, now)) tiers.delete(tier);
    }
  }
  return [...tiers].sort();
};

function dependsOnTheSet(wearing: Wearing) {
  return fc.property(playbooks, logs, day, (playbook, { rest, retold }, on) => {
    expect(wearing(playbook, retold, on)).toEqual(wearing(playbook, rest, on));
  });
}

describe('a badge that is held only with a level', () => {
  it('depends on the set of facts and the day alone', () => {
    fc.assert(dependsOnTheSet(worn), FEWER);
  });

  it('given and taken as events come is caught by that', () => {
    expect(fc.check(dependsOnTheSet(latched), CAUGHT).failed).toBe(true);
  });

  it('is withheld below the level and only there, but for what was granted by hand', () => {
    fc.assert(
      fc.property(playbooks, logs, day, (playbook, { rest }, on) => {
        const cells = cellsOf(playbook, rest);
        const { level = 0, companyLevel = 0 } = badgeOf(playbook).while ?? {};
        const now = levelsOn(playbook, cells, on);
        const isThere = now.level >= level && now.companyLevel >= companyLevel;
        const grants = rest.filter(({ event }) => event === '$grant').length;
        const revocations = rest.filter(({ event }) => event === '$revoke').length;
        const isGiven = grants > revocations;
        expect(isWithheld(cells, badgeOf(playbook), 'bronze', now)).toBe(!isThere);
        expect(isWithheld(cells, badgeOf(playbook), 'gold', now)).toBe(!isThere && !isGiven);
      }),
      FEWER,
    );
  });

  it('goes with points that lapse, without an event, and comes back with the level', () => {
    const playbook = playbookOf({
      ...parts,
      badges: [{ ...badge, while: { level: 1 } }],
      expiry: { months: 1 },
    });
    const log = [factOf('a', 'ship', '2024-01-15'), factOf('b', 'ship', '2024-01-16')];
    const again = [factOf('c', 'ship', '2024-05-01'), factOf('d', 'ship', '2024-05-02')];
    expect(worn(playbook, log, '2024-02-29')).toEqual(['bronze']);
    expect(worn(playbook, log, '2024-03-01')).toEqual([]);
    expect(worn(playbook, [...log, ...again], '2024-05-02')).toEqual(['bronze', 'gold']);
  });
});
