import type { Cells, Currency, Playbook } from '@waymark/contracts';
import {
  addDays,
  advance,
  createFold,
  type Fact,
  payFrom,
  redemptionObstacle,
  type Wallet,
  walletOf,
} from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, playbookOf, programOf } from './folding.js';
import { CAUGHT, FEWER } from './generated.js';

const rule = (id: string, more: object) => ({ id, name: id, event: id, outcome: 'value', ...more });

const quest = (id: string, more: object) => ({
  ...{ id, name: id, outcome: 'value', ...more },
  steps: [
    { name: 'Step', event: 'day', at: 2 },
    { name: 'Step', event: 'week', at: 1 },
  ],
});

const [lasting, ...lapsing] = [undefined, 1, 2].map((months) =>
  playbookOf({
    rules: [
      rule('day', { points: 4, limit: { per: 'day', points: 10 }, earns: { credits: 3 } }),
      rule('week', { points: 7, limit: { per: 'week', points: 20 }, earns: { credits: 5, stars: 1 } }),
      rule('month', { points: 5, limit: { per: 'month', points: 12 }, earns: { credits: 2 } }),
      rule('once', { points: 9, limit: { per: 'lifetime', points: 9 }, earns: { credits: 9 } }),
      rule('free', { points: 2, measure: { kind: 'sum', of: 'files' }, earns: { credits: 1 } }),
    ],
    bonuses: [
      {
        ...{ id: 'extra', name: 'Extra', of: 'free', percent: 33, when: { files: { $lt: 10 } } },
        limit: { per: 'month', points: 12 },
        earns: { credits: 3 },
      },
    ],
    quests: [
      quest('tour', { earns: { credits: 6 } }),
      quest('season', { points: 5, earns: { credits: 4, stars: 2 }, valid: { until: '2025-01-15' } }),
    ],
    currencies: [
      { id: 'credits', name: 'Credits', ...(months === undefined ? {} : { expires: { months } }) },
      { id: 'stars', name: 'Stars' },
    ],
  }),
) as [Playbook, ...Playbook[]];

const creditsOf = ({ currencies = [] }: Playbook) => currencies[0] as Currency;
const shops = fc.constantFrom(lasting, ...lapsing);
const FIRST = '2024-10-28';

function factOf(id: string, event: string, day: string, properties: Fact['properties'] = {}): Fact {
  const who = { userId: 'ada', companyId: '', role: null, context: {}, source: 'server' as const };
  return { ...who, id, event, day, timestamp: `${day}T12:00:00Z`, properties };
}

const earning = fc
  .record({
    event: fc.constantFrom('day', 'week', 'month', 'once', 'free'),
    at: fc.nat(150),
    files: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ event, at, files }) => ({ event, day: addDays(FIRST, at), properties: { files } }));

const earnings = fc
  .array(earning, { maxLength: 14 })
  .map((drawn) =>
    drawn.map(({ event, day, properties }, i) => factOf(`e${i}`, event, day, properties)).sort(byDay),
  );

function byDay(a: Fact, b: Fact): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/** What people want at which time; whether they get it is the hub's to decide when it comes to that. */
const wishes = fc.array(fc.record({ at: fc.nat(150), amount: fc.integer({ min: 1, max: 25 }) }), {
  maxLength: 8,
});

/** A fold whose one member's cells can be read between facts. */
function foldingOf(playbook: Playbook) {
  const folding = createFold(programOf(playbook));
  return { push: folding.push, cells: (): Cells => [...folding.members()][0]?.cells ?? {} };
}

/** Lets the hub decide each wish on its day, and returns the log with what was granted. */
function decided(
  playbook: Playbook,
  facts: readonly Fact[],
  wanted: readonly { at: number; amount: number }[],
) {
  const turns = wanted.map(({ at, amount }, i) => factOf(`r${i}`, '?', addDays(FIRST, at), { amount }));
  const log: Fact[] = [];
  const folding = foldingOf(playbook);
  const take = (fact: Fact) => {
    log.push(fact);
    folding.push(fact);
  };
  for (const turn of [...facts, ...turns].sort(byDay)) {
    if (turn.event !== '?') {
      take(turn);
      continue;
    }
    const wallet = walletOf(creditsOf(playbook), folding.cells(), turn.day);
    const lots = payFrom(wallet, Number(turn.properties.amount));
    const properties = { reward: 'mug', currency: 'credits', lots: lots ?? {} };
    if (lots !== null) take(factOf(turn.id, '$redeem', turn.day, properties));
  }
  return log;
}

/** A shop's till, kept as people would by hand: coins in jars by month, thrown away when their time is over. */
function till(playbook: Playbook) {
  const months = creditsOf(playbook).expires?.months;
  const jars = new Map<string, number>();
  const cells = {};
  const program = programOf(playbook);
  const isOver = (lot: string, day: string): boolean => {
    if (months === undefined || lot === 'all') return false;
    const [year = 0, month = 0] = lot.split('-').map(Number);
    // The first moment of the month after the last one.
    return Date.UTC(year, month + months, 1) <= Date.parse(`${day}T00:00:00Z`);
  };
  return {
    take(fact: Fact): void {
      if (fact.event === '$redeem') {
        for (const [lot, amount] of Object.entries(fact.properties.lots as Record<string, number>)) {
          expect(isOver(lot, fact.day)).toBe(false);
          jars.set(lot, (jars.get(lot) ?? 0) - amount);
        }
        return;
      }
      const thursday = addDays(fact.day, 4 - (new Date(fact.day).getUTCDay() || 7));
      const lots: { readonly [ruleId: string]: string } = {
        once: 'all',
        week: thursday.slice(0, 7),
        'quest:tour': 'all',
        'quest:season': '2025-01',
      };
      for (const award of advance(cells, fact, program)) {
        if (award.kind !== 'points') continue;
        const lot = lots[award.ruleId] ?? fact.day.slice(0, 7);
        for (const { currency: id, amount } of award.amounts ?? []) {
          if (id === 'credits') jars.set(lot, (jars.get(lot) ?? 0) + amount);
        }
      }
    },
    jars: (day: string) => [...jars].filter(([lot, amount]) => amount !== 0 && !isOver(lot, day)).sort(),
  };
}

describe('a wallet', () => {
  it('holds what its lots hold less what was spent, at every prefix, and spends none that has lapsed', () => {
    fc.assert(
      fc.property(shops, earnings, wishes, (playbook, facts, wanted) => {
        const log = decided(playbook, facts, wanted);
        const counted = till(playbook);
        const folding = foldingOf(playbook);
        for (const fact of log) {
          counted.take(fact);
          folding.push(fact);
          const wallet = walletOf(creditsOf(playbook), folding.cells(), fact.day);
          expect(wallet.lots.map(({ lot, amount }) => [lot, amount])).toEqual(counted.jars(fact.day));
          expect(wallet.balance).toBe(counted.jars(fact.day).reduce((sum, [, amount]) => sum + amount, 0));
          expect(wallet.owed).toBe(0);
        }
      }),
      FEWER,
    );
  });

  it('pays with what lapses first, and never more than there is', () => {
    fc.assert(
      fc.property(
        shops,
        earnings,
        fc.nat(150),
        fc.integer({ min: 1, max: 60 }),
        (playbook, facts, at, amount) => {
          const wallet = walletOf(creditsOf(playbook), cellsOf(playbook, facts), addDays(FIRST, at));
          const paid = payFrom(wallet, amount);
          expect(paid === null).toBe(wallet.balance < amount);
          if (paid === null) return;
          expect(Object.values(paid).reduce((sum, part) => sum + part, 0)).toBe(amount);
          const untouched = wallet.lots.findIndex(({ lot, amount: there }) => (paid[lot] ?? 0) < there);
          if (untouched < 0) return;
          for (const { lot } of wallet.lots.slice(untouched + 1)) expect(paid[lot]).toBeUndefined();
        },
      ),
      FEWER,
    );
  });
});

type Reading = (playbook: Playbook, log: readonly Fact[], day: string) => Omit<Wallet, 'lots'>;

const read: Reading = (playbook, log, day) => {
  const { balance, owed } = walletOf(creditsOf(playbook), cellsOf(playbook, log), day);
  return { balance, owed };
};

/** What comes to mind first: one number, which what is taken back never brings below nought. */
const oneNumber: Reading = (playbook, log) => {
  const folding = createFold(programOf(playbook));
  let balance = 0;
  for (const fact of log) {
    for (const award of folding.push(fact)) {
      if (award.kind !== 'points') continue;
      for (const { currency: id, amount } of award.amounts ?? [])
        if (id === 'credits') balance = Math.max(0, balance + amount);
    }
  }
  return { balance, owed: 0 };
};

/** A log with redemptions, some facts of it taken back, and all of it in any order with some of it repeated. */
const retold = fc
  .tuple(fc.constant(lasting), earnings, wishes)
  .map(([playbook, facts, wanted]) => ({ playbook, log: decided(playbook, facts, wanted) }))
  .chain(({ playbook, log }) =>
    fc.subarray(log).chain((gone) => {
      const undoing = gone.map((fact, i) =>
        fact.event === '$redeem'
          ? factOf(`u${i}`, '$refund', fact.day, { redemptionId: fact.id })
          : factOf(`u${i}`, '$void', fact.day, { eventId: fact.id }),
      );
      const taken = factOf('a', '$adjust', '2024-12-02', { currency: 'credits', amount: -4, reason: 'r' });
      const whole = [...log, ...undoing, taken];
      return fc
        .tuple(fc.shuffledSubarray(whole, { minLength: whole.length }), fc.subarray(whole))
        .map(([order, again]) => ({
          playbook,
          whole,
          order: [...order, ...again],
          rest: [...log.filter((fact) => !gone.includes(fact)), taken],
        }));
    }),
  );

function dependsOnTheSet(reading: Reading) {
  return fc.property(retold, fc.nat(200), ({ playbook, whole, order, rest }, at) => {
    const day = addDays(FIRST, at);
    const expected = reading(playbook, whole, day);
    expect(reading(playbook, order, day)).toEqual(expected);
    expect(reading(playbook, rest, day)).toEqual(expected);
  });
}

describe('what is taken back', () => {
  it('leaves a wallet that depends on the set of facts alone', () => {
    fc.assert(dependsOnTheSet(read), FEWER);
  });

  it('from a wallet of one number is caught by that', () => {
    expect(fc.check(dependsOnTheSet(oneNumber), CAUGHT).failed).toBe(true);
  });

  it('never makes a balance negative: what is missing is owed, and what is earned next makes up for it', () => {
    fc.assert(
      fc.property(retold, shops, fc.nat(300), ({ rest }, playbook, at) => {
        const cells = cellsOf(playbook, rest);
        const day = addDays(FIRST, at);
        const { balance, owed, lots } = walletOf(creditsOf(playbook), cells, day);
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(owed).toBeGreaterThanOrEqual(0);
        if (owed > 0) expect(balance).toBe(0);
        for (const lot of lots) {
          expect(lot.amount).toBeGreaterThan(0);
          expect(lot.until === null || lot.until >= day).toBe(true);
        }
        const net = Object.values((cells.all?.['wallet:credits'] ?? {}) as Record<string, number>);
        const difference = net.reduce((sum, amount) => sum + amount, 0) - (balance - owed);
        // What is neither there nor owed has lapsed.
        if (playbook === lasting) expect(difference).toBe(0);
        else expect(difference).toBeGreaterThanOrEqual(0);
      }),
      FEWER,
    );
  });
});

describe('of currencies', () => {
  const at = (day: string, months: 1 | 2, ...facts: Fact[]) => {
    const playbook = lapsing[months - 1] as Playbook;
    return walletOf(creditsOf(playbook), cellsOf(playbook, facts), day);
  };
  const october = factOf('o', 'free', '2024-10-31', { files: 40 });
  const november = factOf('n', 'free', '2024-11-01', { files: 30 });
  const spent = (lots: Record<string, number>) =>
    factOf('s', '$redeem', '2024-11-20', { reward: 'mug', currency: 'credits', lots });
  const without = (id: string) => factOf(`v ${id}`, '$void', '2025-01-05', { eventId: id });

  it('a lot lapses at the end of the month so many after its own', () => {
    expect(at('2024-12-31', 2, october)).toEqual({
      balance: 40,
      owed: 0,
      lots: [{ lot: '2024-10', amount: 40, until: '2024-12-31' }],
    });
    expect(at('2025-01-01', 2, october).balance).toBe(0);
  });

  it('what a lifetime limit earned never lapses', () => {
    expect(at('2099-01-01', 1, factOf('e', 'once', '2024-11-01')).lots).toEqual([
      { lot: 'all', amount: 9, until: null },
    ]);
  });

  it('a quest pays once it is done, and what it paid lapses with its dates alone', () => {
    const steps = [factOf('a', 'day', '2024-10-01'), factOf('b', 'day', '2024-10-02')];
    const done = [...steps, factOf('c', 'week', '2024-10-03')];
    const quests = (...facts: Fact[]) =>
      cellsOf(lapsing[0] as Playbook, facts).all?.['wallet:credits'] as Record<string, number>;
    expect(quests(...steps).all).toBeUndefined();
    expect(quests(...done)).toMatchObject({ all: 6, '2025-01': 4 });
    expect(quests(...[...done].reverse(), without('b'))).toEqual(quests(done[0] as Fact, done[2] as Fact));
    expect(at('2025-02-28', 1, ...done).lots.map(({ lot, until }) => [lot, until])).toEqual([
      ['2025-01', '2025-02-28'],
      ['all', null],
    ]);
    expect(at('2025-03-01', 1, ...done).balance).toBe(6);
  });

  it('a bonus pays for each time its rule brings its points, rounded down as they are, up to its own limit', () => {
    const paid = (percent: number, times: number, limit?: object) => {
      const playbook = playbookOf({
        currencies: lasting.currencies,
        rules: [rule('ship', { points: 10 })],
        bonuses: [{ id: 'b', name: 'B', of: 'ship', percent, earns: { credits: 4 }, limit }],
      });
      const facts = Array.from({ length: times }, (_, i) => factOf(`e${i}`, 'ship', '2024-11-01'));
      return walletOf(creditsOf(playbook), cellsOf(playbook, facts), '2024-11-30').balance;
    };
    expect([1, 2, 3, 4].map((times) => paid(15, times))).toEqual([2, 8, 10, 16]);
    expect([1, 2, 3].map((times) => paid(250, times))).toEqual([4, 8, 12]);
    expect(paid(100, 3, { per: 'day', points: 25 })).toBe(10);
  });

  it('later lots make up for one that was overdrawn', () => {
    const wallet = at('2024-11-30', 2, october, november, spent({ '2024-10': 35 }), without('o'));
    expect(wallet).toMatchObject({ balance: 0, owed: 5, lots: [] });
    const december = factOf('d', 'free', '2024-12-01', { files: 12 });
    const after = at('2024-12-02', 2, october, november, december, spent({ '2024-10': 35 }), without('o'));
    expect(after).toMatchObject({ balance: 7, owed: 0 });
  });

  it('a refund gives back to the lot that paid, and nothing to one that has lapsed since', () => {
    const refund = factOf('f', '$refund', '2025-02-01', { redemptionId: 's', reason: 'Sold out' });
    expect(at('2024-11-30', 1, october, spent({ '2024-10': 35 })).balance).toBe(5);
    expect(at('2024-11-30', 1, october, spent({ '2024-10': 35 }), refund).balance).toBe(40);
    expect(at('2024-12-01', 1, october, spent({ '2024-10': 35 }), refund).balance).toBe(0);
  });

  it('no browser redeems, refunds or adjusts', () => {
    const browser = (fact: Fact): Fact => ({ ...fact, source: 'browser' });
    const gift = factOf('g', '$adjust', '2024-11-01', { currency: 'credits', amount: 500 });
    expect(at('2024-11-30', 1, october, browser(spent({ '2024-10': 35 })), browser(gift)).balance).toBe(40);
  });

  it.each([
    [{}, null],
    [{ day: '2024-12-31' }, 'not_yet'],
    [{ day: '2025-02-01' }, 'ended'],
    [{ mine: 1 }, 'limit_reached'],
    [{ taken: 3 }, 'out_of_stock'],
    [{ level: 1 }, 'level_too_low'],
    [{ balance: 199 }, 'not_enough'],
    [{ balance: 0, level: 0, taken: 3, mine: 1 }, 'limit_reached'],
  ])('with %j a reward is refused for %j', (change, obstacle) => {
    const reward = {
      id: 'mug',
      name: 'Mug',
      cost: { currency: 'credits', amount: 200 },
      stock: 3,
      perPerson: 1,
      level: 2,
      valid: { from: '2025-01-01', until: '2025-01-31' },
    };
    const now = { day: '2025-01-31', level: 2, balance: 200, mine: 0, taken: 2 };
    expect(redemptionObstacle(reward, { ...now, ...change })).toBe(obstacle);
  });
});
