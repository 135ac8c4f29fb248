import type { Event, JsonObject, Playbook } from '@waymark/contracts';
import { readsOf, type Stamp } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../storage/tables.js';
import type { AdmittedEvent } from './request.js';

/** The traits of a person and of their company at one moment. */
export type Traits = Pick<Stamp, 'userTraits' | 'companyTraits'>;

/** What is known of people and companies while events come in, so that each is stamped with what held when it came. */
export interface TraitMemory {
  /** What was known before. */
  begin(of: 'users' | 'companies', id: string, traits: JsonObject, ms: number, by: string): void;
  /** What an event says: the last by its own time and then by id stays, as in the database. */
  learn(event: Event, companyId: string): void;
  of(userId: string | undefined, companyId: string): Traits;
}

interface Said {
  readonly traits: JsonObject;
  readonly ms: number;
  readonly by: string;
}

/** Begins with nothing known. */
export function createTraitMemory(): TraitMemory {
  const known = { users: new Map<string, Said>(), companies: new Map<string, Said>() };

  function tell(of: keyof typeof known, id: string, said: Said): void {
    const before = known[of].get(id);
    const isLater =
      before === undefined || said.ms > before.ms || (said.ms === before.ms && said.by > before.by);
    if (isLater) known[of].set(id, said);
  }

  return {
    begin: (of, id, traits, ms, by) => tell(of, id, { traits, ms, by }),
    learn({ type, traits, userId, timestamp, id }, companyId) {
      if (traits === undefined) return;
      const said = { traits, ms: Date.parse(timestamp), by: id };
      if (type === 'identify' && userId !== undefined) tell('users', userId, said);
      if (type === 'group' && companyId !== '') tell('companies', companyId, said);
    },
    of: (userId, companyId) => ({
      userTraits: userId === undefined ? undefined : known.users.get(userId)?.traits,
      companyTraits: known.companies.get(companyId)?.traits,
    }),
  };
}

/** What is known of the people and companies of these events. */
export async function traitsOf(
  kysely: Kysely<Tables>,
  tenant: string,
  fresh: readonly Pick<AdmittedEvent, 'userId' | 'companyId'>[],
): Promise<TraitMemory> {
  const memory = createTraitMemory();
  const users = [...new Set(fresh.flatMap(({ userId }) => userId ?? []))];
  const companies = [...new Set(fresh.map(({ companyId }) => companyId))];
  for (const [of, column, ids] of [
    ['users', 'user_id', users],
    ['companies', 'company_id', companies],
  ] as const) {
    if (ids.length === 0) continue;
    const rows = await kysely
      .selectFrom(of as 'users')
      .select([sql.ref<string>(column).as('id'), 'traits', 'traits_ms', 'traits_by'])
      .where('tenant_id', '=', tenant)
      .where(sql.ref(column), 'in', ids)
      .where('traits', 'is not', null)
      .execute();
    for (const { id, traits, traits_ms, traits_by } of rows)
      memory.begin(of, id, JSON.parse(traits ?? '{}'), traits_ms, traits_by);
  }
  return memory;
}

/**
 * Whether anything that listens to events asks for traits; where nothing does, none are kept with events. Audiences ask
 * for traits, too, but for those that somebody has now.
 */
export function asksForTraits(playbook: Playbook): boolean {
  const { userTraits, companyTraits } = readsOf([playbook]);
  return userTraits.length + companyTraits.length > 0;
}

/** Traits as a row of the log keeps them; null for none. */
export function traitsText({ userTraits, companyTraits }: Traits): string | null {
  if (userTraits === undefined && companyTraits === undefined) return null;
  return JSON.stringify({ userTraits, companyTraits });
}
