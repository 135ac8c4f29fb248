import { createHash, createPrivateKey } from 'node:crypto';
import type { Badge, Localized, Tier } from '@waymark/contracts';
import { SignJWT } from 'jose';
import { type Issuer, publicKeyOf } from './issuer.js';

/** A tier of a badge that somebody has earned, with the event that earned it. */
export interface Earned {
  readonly badge: Badge;
  readonly tier: Tier;
  readonly userId: string;
  readonly userName: string;
  readonly eventId: string;
  readonly event: string;
  /** ISO 8601. */
  readonly earnedAt: string;
}

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

/** The issuer as a Profile of Open Badges. */
export function profileOf({ url, name }: Issuer) {
  return { id: `${url}/v1/issuer`, type: ['Profile'], url, name };
}

/** What was achieved, the same for everybody who has it. */
export function achievementOf(issuer: Issuer, badge: Badge, tier: Tier) {
  const at = badge.tiers.find((one) => one.tier === tier)?.at ?? 1;
  const description = plain(badge.description);
  return {
    id: `${issuer.url}/v1/achievements/${badge.id}/${tier}`,
    type: ['Achievement'],
    achievementType: 'Badge',
    name: `${plain(badge.name)} (${tier})`,
    description,
    criteria: { narrative: `${description} ${CRITERIA[badge.measure.kind](badge, at)}` },
    creator: profileOf(issuer),
  };
}

const CRITERIA = {
  count: ({ event }: Badge, at: number) => `Counted: "${event}", ${at} times.`,
  sum: ({ event, measure }: Badge, at: number) =>
    `Counted: "${event}", ${'of' in measure ? measure.of : ''} adding up to ${at}.`,
  distinct: ({ event, measure }: Badge, at: number) =>
    `Counted: "${event}" with ${at} different values of ${'of' in measure ? measure.of : ''}.`,
};

/** A credential of Open Badges 3.0 before it is signed: https://www.imsglobal.org/spec/ob/v3p0/ */
function credentialOf(issuer: Issuer, earned: Earned) {
  const { badge, tier, userId, userName, eventId, event, earnedAt } = earned;
  const achievement = achievementOf(issuer, badge, tier);
  const validFrom = `${new Date(earnedAt).toISOString().slice(0, 19)}Z`;
  // The salt is no secret: it keeps equal ids from looking equal in different badges.
  const salt = digest(`${badge.id} ${tier} ${eventId}`).slice(0, 22);
  return {
    '@context': CONTEXT,
    id: `urn:waymark:${digest(`${issuer.url} ${eventId} ${badge.id} ${tier}`)}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: profileOf(issuer),
    validFrom,
    name: achievement.name,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'systemId',
          hashed: true,
          salt,
          identityHash: `sha256$${createHash('sha256').update(`${userId}${salt}`).digest('hex')}`,
        },
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: userName },
      ],
      achievement,
    },
    evidence: [
      {
        type: ['Evidence'],
        name: event,
        narrative: `The event ${eventId}, recorded for ${earnedAt}, reached it.`,
      },
    ],
  };
}

/** The credential as a compact JWS, whose payload is the credential itself beside the registered claims. */
export function signCredential(issuer: Issuer, earned: Earned): Promise<string> {
  const credential = credentialOf(issuer, earned);
  const { kid, ...key } = publicKeyOf(issuer.key);
  return new SignJWT({ ...credential })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, jwk: { ...key, kid } })
    .setIssuer(credential.issuer.id)
    .setJti(credential.id)
    .setNotBefore(Date.parse(credential.validFrom) / 1_000)
    .sign(createPrivateKey(issuer.key));
}

function plain(text: Localized): string {
  return typeof text === 'string' ? text : (text.en ?? Object.values(text)[0] ?? '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
