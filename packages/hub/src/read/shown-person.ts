import type { PersonView } from '@waymark/contracts';
import { aliasOf, type PseudonymOf } from '../privacy/pseudonym.js';
import type { ShownPerson } from './people-shown.js';

/** A person as colleagues may see them: by name, by an alias, or not at all. */
export function shownTo(
  person: ShownPerson | undefined,
  companyId: string,
  pseudonymOf: PseudonymOf,
): PersonView | null {
  if (person === undefined || person.shown === 'hidden') return null;
  // Between two reads somebody may have changed how they are shown: what holds now counts.
  if (person.shown === 'name') return { id: person.userId, name: person.name };
  const pseudonym = pseudonymOf('company', companyId, person.userId);
  return { id: pseudonym, name: person.alias ?? aliasOf(pseudonym) };
}
