import { createHash } from 'node:crypto';
import type { Event, PushTarget } from '@waymark/contracts';
import { type MemberId, type Program, stampFact } from '@waymark/engine';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { RelocationReads } from './known-relocations.js';
import { ownCommit, ownRow } from './own-fact.js';
import { PUSH, PUSHED, pushRow } from './push-row.js';
import { type Commit, memberKey } from './request.js';

/** An operator sends a campaign. */
export interface PushOrder {
  readonly campaignId: string;
  /** The same for the same push. */
  readonly id: string;
  readonly operator: string;
  readonly to: PushTarget;
  /** The hub's clock, ISO 8601. */
  readonly at: string;
}

/** The id under which it stands in the log, and its commit; null where it stood there already. */
export interface PushDone {
  readonly eventId: string;
  readonly commit: Commit | null;
}

interface Place {
  readonly homes: RelocationReads;
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly program: Program;
}

/** Writes down that a campaign was sent: whom it reaches is decided for each when they are there. */
export function push(
  { log, session, program, homes: homesOf }: Place,
  { campaignId, id, operator, to, at }: PushOrder,
): Promise<PushDone> {
  const hash = createHash('sha256').update(JSON.stringify([campaignId, id]));
  const eventId = `${PUSHED}${hash.digest('base64url').slice(0, 32)}`;
  return log.transaction(async () => {
    if ((await log.known([eventId])).size > 0) return { eventId, commit: null };
    const { homes } = await homesOf(session.kysely);
    const person = typeof to === 'object' && 'userId' in to ? homes.of<MemberId>(to) : null;
    const audience = typeof to === 'object' && 'audience' in to ? { audience: to.audience } : {};
    const position = (await log.head()) + 1;
    const companyId = person?.companyId ?? '';
    const event: Event = {
      id: eventId,
      type: 'track',
      event: PUSH,
      ...(person === null ? {} : { userId: person.userId }),
      timestamp: at,
      properties: { campaignId, operator, ...audience },
    };
    const row = pushRow(stampFact(event, { companyId, role: null }), position);
    await log.write({
      log: [ownRow({ event, companyId, position, at, playbookVersion: program.playbook.version })],
      pushes: row === null ? [] : [row],
    });
    const members = person === null ? [] : [memberKey(companyId, person.userId)];
    return {
      eventId,
      commit: { ...ownCommit([position, position], members, []), isForAll: person === null },
    };
  });
}
