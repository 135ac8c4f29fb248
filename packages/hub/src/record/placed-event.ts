import type { Event } from '@waymark/contracts';
import { type Award, type Fact, stampFact } from '@waymark/engine';
import type { LogRow, Own } from '../storage/tables.js';
import { type AdmittedEvent, type CommittedEvent, type RecordRequest, voucherOf } from './request.js';
import type { Placed } from './tally.js';
import { type TraitMemory, type Traits, traitsText } from './trait-memory.js';

/** An event that is new, with the request it came in. */
export type FreshEvent = AdmittedEvent & { readonly request: RecordRequest };

/** An event on its way into the log. */
export interface PlacedEvent extends Placed {
  readonly event: Event;
  readonly admitted: FreshEvent;
  readonly traits: string | null;
}

/** Gives an event its place in the log, and stamps it. */
export function placeOf(admitted: FreshEvent, position: number, memory: TraitMemory | null): PlacedEvent {
  const { companyId, role, request } = admitted;
  const event: Event = JSON.parse(admitted.body);
  memory?.learn(event, companyId);
  const traits = memory?.of(event.userId, companyId) ?? {};
  const fact = stampFact(event, { companyId, role, source: voucherOf(request.source), ...traits });
  return { event, admitted, position, fact, traits: memory === null ? null : traitsText(traits) };
}

/** The fact that a row of the log tells. */
export function storedFact(row: Pick<LogRow, 'company_id' | 'role' | 'source' | 'body' | 'traits'>): Fact {
  const traits: Traits = row.traits === null ? {} : JSON.parse(row.traits);
  return stampFact(JSON.parse(row.body) as Event, {
    companyId: row.company_id,
    role: row.role,
    source: voucherOf(row.source),
    ...traits,
  });
}

/** What is told of an event after it is on disk. */
export function committedOf(
  { event, admitted, position, fact }: PlacedEvent,
  awards: readonly Award[],
): CommittedEvent {
  return {
    position,
    id: fact.id,
    event: fact.event,
    userId: fact.userId,
    companyId: fact.companyId,
    timestamp: event.timestamp,
    receivedAt: admitted.request.receivedAt,
    isLate: admitted.isLate === true,
    entries: awards.flatMap((award) =>
      award.kind === 'points'
        ? [{ ruleId: award.ruleId, points: award.points, capped: award.capped, version: award.version }]
        : [],
    ),
  };
}

/** The row of the log that keeps an event. */
export function rowOf({ admitted, position, fact, traits }: PlacedEvent, version: number): Own<LogRow> {
  return {
    position,
    event_id: fact.id,
    company_id: fact.companyId,
    user_id: fact.userId === '' ? null : fact.userId,
    role: fact.role,
    received_at: admitted.request.receivedAt,
    sent_at: admitted.request.sentAt,
    playbook_version: version,
    body: admitted.body,
    source: admitted.isLate === true ? 'late' : (admitted.request.source ?? 'browser'),
    traits,
  };
}
