import { type Fact, placedAt } from '@waymark/engine';
import type { ReadContext } from '../read/context.js';
import type { Follower } from '../read/follower.js';
import { storedFact } from '../record/placed-event.js';
import { needlesOf } from './counted-events.js';
import { loggedSince } from './logged-rows.js';
import type { Campaigns } from './program.js';

/** The events that campaigns are for, since the first person entered one. */
export interface GoalFacts {
  all(): Promise<readonly Fact[]>;
}

/** Keeps them in memory once they are asked for: read from the log, and afterwards only what is new. */
export function createGoalFacts(
  { tenant, reader, relocations }: ReadContext,
  { follow, upToDate }: Follower,
  { playbook: { campaigns = [] } }: Pick<Campaigns, 'playbook'>,
): GoalFacts {
  const names = new Set(campaigns.flatMap(({ goal }) => goal?.event ?? []));
  const mayCount = needlesOf(names);
  let facts: Fact[] = [];
  let through: number | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const forget = () => {
    facts = [];
    through = null;
  };
  follow({ isEmpty: () => through === null, touch() {}, correct: forget, forget });

  /** Where the first of all who entered, or were held out, did so; null before. */
  async function firstEntry(): Promise<number | null> {
    const row = await reader.kysely
      .selectFrom('impressions')
      .select(({ fn }) => fn.min('position').as('position'))
      .where('tenant_id', '=', tenant)
      .where('kind', 'in', ['entered', 'held_out'])
      .executeTakeFirst();
    return row?.position ?? null;
  }

  async function read(): Promise<readonly Fact[]> {
    const until = await upToDate();
    const from = through ?? (await firstEntry());
    if (from === null || names.size === 0) return [];
    through = from;
    const known = await relocations(reader.kysely);
    const fresh: Fact[] = [];
    for await (const rows of loggedSince(reader.kysely, tenant, known, [from, until])) {
      for (const row of rows) {
        if (!mayCount(row.body)) continue;
        const fact = storedFact(row);
        if (names.has(fact.event)) fresh.push(placedAt(fact, known.homes));
      }
    }
    // Somebody's past changed meanwhile: the next one asks anew.
    if (through !== from) return [...facts, ...fresh];
    through = Math.max(from, until);
    for (const fact of fresh) facts.push(fact);
    return facts;
  }

  return {
    all() {
      const turn = last.then(read);
      last = turn.catch(forget);
      return turn;
    },
  };
}
