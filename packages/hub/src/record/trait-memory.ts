import type { Event, JsonObject, Playbook } from '@waymark/contracts';
import type { Stamp } from '@waymark/engine';

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

/** Whether anything in a playbook asks for traits; where nothing does, none are kept with events. */
export function asksForTraits(playbook: Playbook): boolean {
  return /"\$(?:user|company)\./.test(JSON.stringify(playbook));
}

/** Traits as a row of the log keeps them; null for none. */
export function traitsText({ userTraits, companyTraits }: Traits): string | null {
  if (userTraits === undefined && companyTraits === undefined) return null;
  return JSON.stringify({ userTraits, companyTraits });
}
