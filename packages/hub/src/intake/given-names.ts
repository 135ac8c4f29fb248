import type { AdmittedEvent, RecordRequest } from '../record/request.js';

/** What to call somebody until a token or an event says more. */
export type NameOf = (kind: 'user' | 'company', id: string) => string;

/** Names for everybody whom events speak of. */
export function givenNames(
  events: readonly AdmittedEvent[],
  nameOf: NameOf = (_kind, id) => id,
): RecordRequest['names'] {
  const users = new Map<string, string>();
  const companies = new Map<string, string>();
  for (const { userId, companyId } of events) {
    if (userId !== undefined && !users.has(userId)) users.set(userId, nameOf('user', userId));
    if (companyId !== '' && !companies.has(companyId)) companies.set(companyId, nameOf('company', companyId));
  }
  return { users, companies };
}
