import type { Event } from '@waymark/contracts';
import type { Naming, Said } from '../storage/log.js';
import type { RecordRequest } from './request.js';
import type { Placed } from './tally.js';

const NAME_LIMIT = 200;

/** A name as it is kept: without control characters and broken Unicode, and of a bounded length. Null when nothing is left. */
export function cleanName(input: unknown): string | null {
  if (typeof input !== 'string') return null;
  const name = input
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  return name === '' ? null : [...name].slice(0, NAME_LIMIT).join('');
}

/** What a group says about who users and companies are: at most one naming each, and none for what is known already. */
export function namingsOf(
  group: readonly RecordRequest[],
  fresh: readonly (Placed & { readonly event: Event })[],
  known: ReadonlySet<string>,
): Naming[] {
  const namings = new Map<string, Naming>();
  const given = {
    users: new Map(group.flatMap(({ names }) => [...names.users])),
    companies: new Map(group.flatMap(({ names }) => [...names.companies])),
  };
  const naming = (of: Naming['of'], id: string): Naming =>
    namings.get(`${of}\n${id}`) ?? { of, id, given: given[of].get(id) ?? id };
  const keep = (one: Naming): void => {
    namings.set(`${one.of}\n${one.id}`, one);
  };

  for (const { event, fact } of fresh) {
    const { companyId } = fact;
    if (event.userId !== undefined && !known.has(`users\n${event.userId}`))
      keep(naming('users', event.userId));
    if (companyId !== '' && !known.has(`companies\n${companyId}`)) keep(naming('companies', companyId));
    if (event.type === 'identify' && event.userId !== undefined)
      keep(tell(naming('users', event.userId), event));
    if (event.type === 'group' && companyId !== '') keep(tell(naming('companies', companyId), event));
  }
  return [...namings.values()];
}

function tell(naming: Naming, event: Event): Naming {
  const said = (value: string): Said => ({ value, ms: Date.parse(event.timestamp), by: event.id });
  const name = cleanName(event.traits?.name);
  return {
    ...naming,
    told: name === null ? naming.told : later(naming.told, said(name)),
    traits:
      event.traits === undefined ? naming.traits : later(naming.traits, said(JSON.stringify(event.traits))),
  };
}

function later(before: Said | undefined, now: Said): Said {
  if (before === undefined || now.ms > before.ms) return now;
  return now.ms === before.ms && now.by > before.by ? now : before;
}
