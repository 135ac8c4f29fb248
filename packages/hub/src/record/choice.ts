import { randomUUID } from 'node:crypto';
import type { Event, Playbook, Preferences } from '@waymark/contracts';
import type { MemberId, Program } from '@waymark/engine';
import { sql } from 'kysely';
import { looksOf } from '../privacy/look-alikes.js';
import { DEFAULT_PREFERENCES, preferencesIn, preferencesRow } from '../privacy/preferences.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { Own, PreferencesRow } from '../storage/tables.js';
import type { RelocationReads } from './known-relocations.js';
import { ownCommit, ownRow } from './own-fact.js';
import { type Commit, memberKey } from './request.js';

/** What a person wants changed about how others see them. */
export interface ChoiceRequest {
  readonly companyId: string;
  readonly userId: string;
  readonly change: Partial<Preferences>;
  /** The hub's clock, ISO 8601. */
  readonly at: string;
}

/** The preferences from now on, or why they stay as they were. */
export type ChoiceAnswer =
  | { readonly preferences: Preferences; readonly commit: Commit | null }
  | { readonly refused: 'alias_taken' | 'invalid_preferences'; readonly message: string };

/** Name of the event under which a choice stands in the log. */
export const CHOICE = '$preferences';

interface Place {
  /** For whom the choices of others count. */
  readonly homes: RelocationReads;
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly program: Program;
}

/** Records a choice: a fact in the log, so that every hub on the same database follows. One that changes nothing is none. */
export function choose(place: Place, request: ChoiceRequest): Promise<ChoiceAnswer> {
  const { log, session, tenant, program } = place;
  const { playbook } = program;
  return log.transaction(async () => {
    const { change, at } = request;
    const { homes } = await place.homes(session.kysely);
    const { companyId, userId } = homes.of<MemberId>(request);
    const row = await preferencesRow(session.kysely, tenant, { companyId, userId });
    const before = preferencesIn(row, playbook.privacy);
    const after: Preferences = { ...before, ...change };
    const fault =
      faultIn(after, playbook) ?? (await clash(place, { ...request, companyId, userId }, after, before));
    if (fault !== null) return fault;
    if (JSON.stringify(before) === JSON.stringify(after)) return { preferences: after, commit: null };
    const position = (await log.head()) + 1;
    const event: Event = {
      id: `hub:${randomUUID()}`,
      type: 'track',
      event: CHOICE,
      userId,
      timestamp: at,
      properties: { ...after },
    };
    await log.write({
      log: [ownRow({ event, companyId, position, at, playbookVersion: playbook.version })],
      preferences: [chosenRow(companyId, userId, position, after)],
    });
    const commit = ownCommit([position, position], [memberKey(companyId, userId)], [companyId]);
    return { preferences: after, commit };
  });
}

/** The row that a choice leads to; recorder and verifier make it by this same function. */
export function chosenRow(
  company_id: string,
  user_id: string,
  position: number,
  { ranking, alias, quiet }: Preferences = DEFAULT_PREFERENCES,
): Own<PreferencesRow> {
  return { company_id, user_id, ranking, alias, quiet: quiet ? 1 : 0, position };
}

function faultIn({ ranking }: Preferences, { privacy }: Playbook): ChoiceAnswer | null {
  if (privacy !== 'works-council' || ranking !== 'name') return null;
  return {
    refused: 'invalid_preferences',
    message: 'Here people are shown by an alias or not at all. Choose "alias" or "hidden".',
  };
}

/** An alias must not pass for somebody else's name or alias in the company, by another script's letters neither. */
async function clash(
  { session, tenant }: Place,
  { companyId, userId }: ChoiceRequest,
  { alias }: Preferences,
  before: Preferences,
): Promise<ChoiceAnswer | null> {
  if (alias === null || alias === before.alias) return null;
  const looks = looksOf(alias);
  // Whatever looks the same is as long; in SQL more cannot be said of it.
  const candidate = (column: string) =>
    sql`select ${sql.ref(column)} as name, length(replace(${sql.ref(column)}, ' ', '')) as size`;
  const named = (column: string) => sql`${candidate(column)} from members m
      join users u on u.tenant_id = m.tenant_id and u.user_id = m.user_id
      where m.tenant_id = ${tenant} and m.company_id = ${companyId} and m.user_id <> ${userId}`;
  const { rows } = await sql<{ name: string | null }>`select name from (
      ${named('u.claimed_name')} union all ${named('u.told_name')} union all ${named('u.given_name')}
      union all ${candidate('p.alias')} from preferences p
        where p.tenant_id = ${tenant} and p.company_id = ${companyId} and p.user_id <> ${userId}
    ) as names where size = ${[...looks].length}`.execute(session.kysely);
  if (!rows.some(({ name }) => name !== null && looksOf(name) === looks)) return null;
  return {
    refused: 'alias_taken',
    message: `Somebody in your company goes by "${alias}" already, or by what looks the same. Choose another alias.`,
  };
}
