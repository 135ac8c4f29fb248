import { type BatchAnswer, isId, parseServerBatch, type RedemptionPage } from '@waymark/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { takeIn } from '../intake/intake.js';
import type { Member } from '../read/context.js';
import { createEntitlements } from '../read/entitlements.js';
import { redemptionOf, redemptionsAfter } from '../read/redemptions.js';
import { requireServer, userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { answerTo, envelopeIn, requireFew } from './record-batch.js';
import { Refusal } from './refusal.js';

/** Redemptions told at once. */
const PAGE = 500;

/**
 * `/v1/server/…`: for the vendor's own server alone, which proves itself by the server key. What it says needs no token,
 * and rules that trust no browser count it.
 */
export function serverRoutes(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings } = context;
  const entitlements = createEntitlements(context);
  scope.addHook('onRequest', async (request, reply) => {
    requireServer(request, keys.serverKey);
    reply.header('cache-control', 'no-store');
  });

  scope.post('/batch', async (request, reply): Promise<BatchAnswer> => {
    const input = jsonIn(request.body);
    requireFew((input as { events?: unknown } | null)?.events);
    const { events, sentAt } = envelopeIn(parseServerBatch(input));
    const clock = settings.now();
    const intake = takeIn(events, {
      now: clock,
      claims: null,
      identity: 'claimed',
      mayCorrect: true,
      nameOf: (i) => `events[${i}]`,
    });
    return answerTo(intake, { clock, sentAt, source: 'server' }, reply, context);
  });

  scope.get('/redemptions', async ({ query }): Promise<RedemptionPage> => {
    const { after = '0' } = query as { after?: unknown };
    if (typeof after !== 'string' || !/^\d{1,15}$/.test(after))
      throw new Refusal(400, 'invalid_batch', 'Expected `after` to be what an earlier page gave as `next`.');
    const rows = await redemptionsAfter(context.reader.kysely, context.tenant, Number(after), PAGE + 1);
    const shown = rows.slice(0, PAGE);
    return {
      redemptions: shown.map((row) => ({
        ...redemptionOf(row),
        position: String(row.position),
        userId: row.user_id,
        companyId: row.company_id,
      })),
      next: rows.length > PAGE ? String(shown.at(-1)?.position) : null,
    };
  });

  scope.get('/entitlements', (request) => entitlements(memberIn(request)));
}

/** `GET /v1/entitlements`: what the token's person may use. */
export function entitlementsRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings } = context;
  const entitlements = createEntitlements(context);
  scope.get('/entitlements', async (request, reply) => {
    const { companyId, userId } = await userOf(request, keys.signingKey, settings.now());
    reply.header('cache-control', 'private, no-cache');
    return entitlements({ companyId, userId });
  });
}

function memberIn({ query }: FastifyRequest): Member {
  const { userId, companyId = '' } = query as { userId?: unknown; companyId?: unknown };
  if (isId(userId) && (companyId === '' || isId(companyId))) return { userId, companyId };
  throw new Refusal(
    400,
    'invalid_batch',
    'Expected the ids of a user and, where there are companies, of a company: ?userId=u1&companyId=acme',
  );
}
