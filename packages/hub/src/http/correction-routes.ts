import { createHash } from 'node:crypto';
import {
  type Correction,
  type CorrectionAnswer,
  type Event,
  isId,
  type JsonObject,
  parseCorrection,
} from '@waymark/contracts';
import { LIFETIME, memberName, walletOf } from '@waymark/engine';
import type { FastifyInstance } from 'fastify';
import type { Member } from '../read/context.js';
import { localDay, localTime } from '../read/local-day.js';
import { memberCells, memberRow } from '../read/member-state.js';
import { REDEEMED } from '../record/redemption.js';
import type { MemberRow } from '../storage/tables.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { operatorWords } from './operator-words.js';
import { valueIn } from './parsed.js';
import { notWritten, Refusal } from './refusal.js';

interface Asked {
  readonly id: string;
  readonly member: Member;
  readonly operator: string;
  readonly correction: Correction;
}

/**
 * `POST /admin/v1/corrections`: `$void`, `$adjust`, `$grant`, `$revoke`, `$refund`, `$fulfill`, `$move`, `$merge` and `$pause` as
 * facts in the log, with who did it and why.
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
      .catch(
        notWritten(
          settings.onError,
          'The hub cannot write for the moment. Nothing was corrected; try again.',
        ),
      );
    if (typeof outcome === 'object') throw new Refusal(400, 'invalid_correction', outcome.refused);
    const { homes } = await context.relocations(context.reader.kysely);
    const after = await memberRow(context.reader.kysely, context.tenant, homes.of(asked.member));
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
  const correction = valueIn(parseCorrection({ event, properties }), 'invalid_correction', 'the correction');
  const member = { companyId, userId };
  // An event is void or it is not, a reward handed over or not: asking twice is asking once.
  const undone = undoneBy(correction);
  if (undone !== null) {
    const name = JSON.stringify([companyId, userId, undone]);
    const hash = createHash('sha256').update(name).digest('base64url').slice(0, 32);
    return {
      id: `hub:${correction.event.slice(1)}:${hash}`,
      member,
      correction,
      operator: operatorWords('operator', operator),
    };
  }
  if (!isId(id))
    throw wrong(
      'Expected `id`: any text that is new with each correction, and the same when one is sent again.',
    );
  return { id: `hub:${id}`, member, correction, operator: operatorWords('operator', operator) };
}

/** Id of what a correction is about, null for one that can be made any number of times. */
function undoneBy({ event, properties }: Correction): string | null {
  if (event === '$void') return properties.eventId;
  return event === '$refund' || event === '$fulfill' ? properties.redemptionId : null;
}

/** Refuses what would come to nothing, or to less than nothing. */
async function checked(
  { member, correction, id }: Asked,
  { tenant, reader, playbook, relocations, settings }: HubContext,
): Promise<{ lastSeen: string | undefined }> {
  const { rows, homes } = await relocations(reader.kysely);
  const home = homes.of(member);
  const row = await memberRow(reader.kysely, tenant, home);
  const lastSeen = row?.last_seen;
  if ((await logged(id)) !== undefined) return { lastSeen };
  if (correction.event === '$void') {
    await checkVoid(correction.properties.eventId);
    return { lastSeen };
  }
  if (row === null) throw new Refusal(404, 'not_found', 'There is no such person in this company.');
  if ('redemptionId' in correction.properties) {
    const { redemptionId } = correction.properties;
    if (!redemptionId.startsWith(REDEEMED) || !(await isOwn(redemptionId)))
      throw new Refusal(404, 'not_found', 'There is no such redemption of this person.');
    return { lastSeen };
  }
  switch (correction.event) {
    case '$adjust': {
      const { points } = correction.properties;
      if (row.growth + points < 0)
        throw wrong(`Expected to take at most the ${row.growth} points there are, got ${-points}.`);
      await checkWallet(correction, row);
      break;
    }
    case '$grant':
    case '$revoke': {
      const { badge: badgeId, tier } = correction.properties;
      const badge = playbook.badges.find(({ id }) => id === badgeId);
      if (!badge?.tiers.some((one) => one.tier === tier))
        throw wrong(`Expected a badge of the playbook and one of its tiers, got "${badgeId}" in ${tier}.`);
      break;
    }
    case '$move':
    case '$merge':
      await checkRelocation(correction);
      break;
  }
  return { lastSeen };

  async function isOwn(eventId: string): Promise<boolean> {
    const target = await logged(eventId);
    const owner = { companyId: target?.company_id ?? '', userId: target?.user_id ?? '' };
    return target !== undefined && memberName(homes.of(owner)) === memberName(home);
  }

  async function checkWallet(
    { properties }: Extract<Correction, { event: '$adjust' }>,
    row: MemberRow,
  ): Promise<void> {
    const { currency: id, amount = 0 } = properties;
    if (id === undefined) return;
    const currency = playbook.currencies?.find((one) => one.id === id);
    if (currency === undefined) throw wrong(`Expected a currency of the playbook, got "${id}".`);
    const cells = await memberCells(reader.kysely, tenant, home, [LIFETIME]);
    const { balance } = walletOf(currency, cells, localDay(settings.now(), row.last_seen));
    if (balance + amount < 0)
      throw wrong(`Expected to take at most the ${balance} there are of "${id}", got ${-amount}.`);
  }

  async function checkVoid(eventId: string): Promise<void> {
    const target = await logged(eventId);
    const owner = { companyId: target?.company_id ?? '', userId: target?.user_id ?? '' };
    const isMove = rows.some(({ event_id }) => event_id === eventId);
    const isTheirs = isMove
      ? memberName(owner) === memberName(member)
      : memberName(homes.of(owner)) === memberName(home);
    if (target === undefined || target.source === 'hub' || !isTheirs || eventId.startsWith(REDEEMED))
      throw new Refusal(404, 'not_found', 'There is no such event of this person.');
  }

  async function checkRelocation({ event, properties }: Extract<Correction, { event: '$move' | '$merge' }>) {
    if (event === '$move') {
      if (properties.companyId === member.companyId)
        throw wrong('Expected another company than the one that the person is in.');
      return;
    }
    if (properties.userId === member.userId) throw wrong('Expected another id than the person’s own.');
    const other = homes.of({ ...member, userId: properties.userId });
    if ((await memberRow(reader.kysely, tenant, other)) !== null) return;
    throw new Refusal(
      404,
      'not_found',
      `There is nobody with the id "${properties.userId}" in this company. Ids are merged within one company; into another one a person is moved.`,
    );
  }

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
