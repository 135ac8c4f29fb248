import { createHash } from 'node:crypto';
import {
  type Correction,
  type CorrectionAnswer,
  type Event,
  isId,
  type JsonObject,
  parseCorrection,
} from '@waymark/contracts';
import { walletOf } from '@waymark/engine';
import type { FastifyInstance } from 'fastify';
import type { Member } from '../read/context.js';
import { localDay, localTime } from '../read/local-day.js';
import { memberRow, memberState } from '../read/member-state.js';
import { REDEEMED } from '../record/redemption.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { words } from './person-routes.js';
import { comeAgain, Refusal } from './refusal.js';

interface Asked {
  readonly id: string;
  readonly member: Member;
  readonly operator: string;
  readonly correction: Correction;
}

/**
 * `POST /admin/v1/corrections`: `$void`, `$adjust`, `$grant`, `$revoke`, `$refund` and `$fulfill` as facts in the log, with who did it and why.
 * The same id again does nothing more.
 */
export function correctionRoutes(scope: FastifyInstance, context: HubContext): void {
  const { settings, writer } = context;
  scope.post('/corrections', async (request): Promise<CorrectionAnswer> => {
    const asked = askedIn(jsonIn(request.body));
    const { lastSeen } = await checked(asked, context);
    const event: Event = {
      id: asked.id,
      type: 'track',
      event: asked.correction.event,
      userId: asked.member.userId,
      timestamp: localTime(settings.now(), lastSeen),
      properties: asked.correction.properties as JsonObject,
      context: { operator: asked.operator },
    };
    const [outcome] = await writer
      .record({
        events: [
          {
            id: event.id,
            userId: asked.member.userId,
            companyId: asked.member.companyId,
            role: null,
            body: JSON.stringify(event),
          },
        ],
        receivedAt: new Date(settings.now()).toISOString(),
        sentAt: null,
        source: 'operator',
        names: { users: new Map(), companies: new Map() },
      })
      .catch((error: unknown) => {
        settings.onError(error);
        throw comeAgain(2, 'The hub cannot write for the moment. Nothing was corrected; try again.');
      });
    if (typeof outcome === 'object') throw new Refusal(400, 'invalid_correction', outcome.refused);
    const after = await memberRow(context.reader.kysely, context.tenant, asked.member);
    return {
      id: asked.id,
      status: outcome ?? 'accepted',
      growth: after?.growth ?? 0,
      level: after?.level ?? 0,
    };
  });
}

function askedIn(input: unknown): Asked {
  const {
    id,
    userId,
    companyId = '',
    operator = '',
    event,
    properties,
  } = (input ?? {}) as Record<string, unknown>;
  if (!isId(userId) || (companyId !== '' && !isId(companyId))) {
    throw wrong('Expected `userId`, and `companyId` where there are companies, to say whom to correct.');
  }
  const parsed = parseCorrection({ event, properties });
  if (!parsed.ok) {
    const [{ path, message }] = parsed.problems;
    throw new Refusal(400, 'invalid_correction', `In \`${path}\`: ${message}.`, {
      problems: parsed.problems,
    });
  }
  const member = { companyId, userId };
  const correction = parsed.value;
  // An event is void or it is not, a reward handed over or not: asking twice is asking once.
  const undone = undoneBy(correction);
  if (undone !== null) {
    const name = JSON.stringify([companyId, userId, undone]);
    const hash = createHash('sha256').update(name).digest('base64url').slice(0, 32);
    return {
      id: `hub:${correction.event.slice(1)}:${hash}`,
      member,
      correction,
      operator: words('operator', operator),
    };
  }
  if (!isId(id))
    throw wrong(
      'Expected `id`: any text that is new with each correction, and the same when one is sent again.',
    );
  return { id: `hub:${id}`, member, correction, operator: words('operator', operator) };
}

/** Id of what a correction is about, null for one that can be made any number of times. */
function undoneBy({ event, properties }: Correction): string | null {
  if (event === '$void') return properties.eventId;
  return event === '$refund' || event === '$fulfill' ? properties.redemptionId : null;
}

/** Refuses what would come to nothing, or to less than nothing. */
async function checked(
  { member, correction, id }: Asked,
  { tenant, reader, playbook, settings }: HubContext,
): Promise<{ lastSeen: string | undefined }> {
  const row = await memberRow(reader.kysely, tenant, member);
  if (row === null) throw new Refusal(404, 'not_found', 'There is no such person in this company.');
  const known = await logged(id);
  if (known !== undefined) return { lastSeen: row.last_seen };
  const { event, properties } = correction;
  if (event === '$void') {
    const target = await logged(properties.eventId);
    if (
      target?.company_id !== member.companyId ||
      target.user_id !== member.userId ||
      target.source === 'hub' ||
      properties.eventId.startsWith(REDEEMED)
    )
      throw new Refusal(404, 'not_found', 'There is no such event of this person.');
  } else if ('redemptionId' in properties) {
    const target = await logged(properties.redemptionId);
    if (
      target?.company_id !== member.companyId ||
      target.user_id !== member.userId ||
      !properties.redemptionId.startsWith(REDEEMED)
    )
      throw new Refusal(404, 'not_found', 'There is no such redemption of this person.');
  } else if (event === '$adjust') {
    if (row.growth + properties.points < 0) {
      throw wrong(`Expected to take at most the ${row.growth} points there are, got ${-properties.points}.`);
    }
    const { currency: id, amount = 0 } = properties;
    if (id !== undefined) {
      const currency = playbook.currencies?.find((one) => one.id === id);
      if (currency === undefined) throw wrong(`Expected a currency of the playbook, got "${id}".`);
      const day = localDay(settings.now(), row.last_seen);
      const { cells } = await memberState(reader.kysely, tenant, member, row, ['all']);
      const { balance } = walletOf(currency, cells, day);
      if (balance + amount < 0)
        throw wrong(`Expected to take at most the ${balance} there are of "${id}", got ${-amount}.`);
    }
  } else {
    const badge = playbook.badges.find(({ id }) => id === properties.badge);
    if (!badge?.tiers.some(({ tier }) => tier === properties.tier)) {
      throw wrong(
        `Expected a badge of the playbook and one of its tiers, got "${properties.badge}" in ${properties.tier}.`,
      );
    }
  }
  return { lastSeen: row.last_seen };

  function logged(eventId: string) {
    return reader.kysely
      .selectFrom('log')
      .select(['company_id', 'user_id', 'source'])
      .where('tenant_id', '=', tenant)
      .where('event_id', '=', eventId)
      .executeTakeFirst();
  }
}

function wrong(message: string): Refusal {
  return new Refusal(400, 'invalid_correction', message);
}
