import { type Badge, TIERS, type Tier } from '@waymark/contracts';
import { isWithheld, LIFETIME } from '@waymark/engine';
import type { FastifyInstance } from 'fastify';
import { type Issuer, publicKeyOf } from '../credential/issuer.js';
import { achievementOf, type Earned, profileOf, signCredential } from '../credential/open-badge.js';
import { badgeAwards } from '../read/badge-awards.js';
import { type Member, seenAs } from '../read/context.js';
import { levelsNow } from '../read/levels-now.js';
import { localDay } from '../read/local-day.js';
import { memberCells, memberRow } from '../read/member-state.js';
import { userName } from '../read/names.js';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { Refusal } from './refusal.js';

type BadgeAddress = { Params: { badgeId: string; tier: string } };

/**
 * Earned badges as credentials that anybody can verify (Open Badges 3.0): `GET /v1/badges/:badgeId/:tier/credential` for
 * the token's own person, and what verifiers look up: `/v1/issuer`, `/v1/achievements/…` and `/v1/jwks.json`.
 */
export function credentialRoutes(scope: FastifyInstance, context: HubContext, issuer: Issuer): void {
  const { keys, settings } = context;
  const key = publicKeyOf(issuer.key);

  scope.get<BadgeAddress>('/badges/:badgeId/:tier/credential', async (request, reply) => {
    const claims = await seenAs(context, await userOf(request, keys.signingKey, settings.now()));
    const { badge, tier } = tierIn(context, request.params);
    const earned = await earnedBy(context, claims, badge, tier);
    if (earned === null) throw nothingThere('This badge has not been earned, or is withheld for now.');
    reply.headers({ 'content-type': 'application/vc+jwt', 'cache-control': 'private, no-cache' });
    return signCredential(issuer, earned);
  });
  scope.get('/issuer', async () => profileOf(issuer));
  scope.get('/jwks.json', async () => ({ keys: [key] }));
  scope.get<BadgeAddress>('/achievements/:badgeId/:tier', async ({ params }) => {
    const { badge, tier } = tierIn(context, params);
    // What a secret badge is for is known only to those who have it.
    if (badge.secret) throw nothingThere('There is no such badge.');
    return {
      '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ...achievementOf(issuer, badge, tier),
    };
  });
}

function tierIn({ playbook }: HubContext, params: BadgeAddress['Params']): { badge: Badge; tier: Tier } {
  const badge = playbook.badges.find(({ id }) => id === params.badgeId);
  const tier = TIERS.find((name) => name === params.tier);
  if (badge === undefined || tier === undefined || !badge.tiers.some((one) => one.tier === tier))
    throw nothingThere('There is no such badge.');
  return { badge, tier };
}

function nothingThere(message: string): Refusal {
  return new Refusal(404, 'not_found', message);
}

/** What is withheld now cannot be taken along; what was taken along before stands: nobody can call it back. */
async function earnedBy(
  { reader, tenant, playbook, nameOf, now }: HubContext,
  member: Member,
  badge: Badge,
  tier: Tier,
): Promise<Earned | null> {
  return reader.view(async (view) => {
    const awards = await badgeAwards(view, tenant, member);
    const award = awards.find((one) => one.badgeId === badge.id && one.tier === tier);
    if (award === undefined) return null;
    if (badge.while !== undefined) {
      const row = await memberRow(view, tenant, member);
      const cells = await memberCells(view, tenant, member, [LIFETIME]);
      const worn = await levelsNow(view, tenant, playbook, member, cells, localDay(now(), row?.last_seen));
      if (isWithheld(cells, badge, tier, worn)) return null;
    }
    const { userId } = member;
    const { eventId, event, earnedAt } = award;
    const userNameNow = await userName(view, tenant, userId, nameOf);
    return { badge, tier, userId, userName: userNameNow, eventId, event, earnedAt };
  });
}
