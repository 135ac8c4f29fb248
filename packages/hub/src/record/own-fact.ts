import type { Event } from '@waymark/contracts';
import type { LogRow, Own } from '../storage/tables.js';
import type { Commit } from './request.js';

/** A fact that the hub itself adds to the log. */
export interface OwnFact {
  readonly event: Event;
  /** Empty for one of no company. */
  readonly companyId: string;
  readonly position: number;
  /** The hub's clock, ISO 8601. */
  readonly at: string;
  readonly playbookVersion: number;
  /** `hub` without a word: such facts are not scored. */
  readonly source?: 'hub' | 'server';
}

/** The row of the log that keeps it. */
export function ownRow({
  event,
  companyId,
  position,
  at,
  playbookVersion,
  source = 'hub',
}: OwnFact): Own<LogRow> {
  return {
    position,
    event_id: event.id,
    company_id: companyId,
    user_id: event.userId ?? null,
    role: null,
    received_at: at,
    sent_at: null,
    playbook_version: playbookVersion,
    body: JSON.stringify(event),
    source,
    traits: null,
  };
}

/** The commit of own facts from the first position to the last: of whom they are, and who else sees that something moved. */
export function ownCommit(
  [first, head]: readonly [number, number],
  members: Iterable<string>,
  companies: Iterable<string>,
): Commit {
  return { first, head, events: [], members: new Set(members), companies: [...new Set(companies)] };
}
