import { type MemberId, memberName } from '@waymark/engine';
import type { Member } from '../read/context.js';
import type { HubContext } from './context.js';
import { Refusal } from './refusal.js';

/** Lets nobody see figures of single people where the playbook forbids it. */
export function figuresOfPeople({ playbook }: Pick<HubContext, 'playbook'>): void {
  if (playbook.privacy !== 'works-council') return;
  throw new Refusal(
    403,
    'forbidden',
    'The playbook\'s privacy is "works-council": operators see no figures of single people.',
  );
}

/** Says where to look for somebody who was moved or merged. */
export async function tellOfHome(member: Member, { relocations, reader }: HubContext): Promise<void> {
  const { homes } = await relocations(reader.kysely);
  const home = homes.of<MemberId>(member);
  if (memberName(home) === memberName(member)) return;
  const place = home.companyId === member.companyId ? '' : ` in the company "${home.companyId}"`;
  throw new Refusal(404, 'not_found', `All that this person did counts for "${home.userId}"${place}.`);
}

/** What was found, or a {@link Refusal}. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value !== null && value !== undefined) return value;
  throw new Refusal(404, 'not_found', `There is no such ${what}.`);
}
