import type { FastifyRequest } from 'fastify';
import { isServerKey, sameSecret } from '../identity/keys.js';
import { type Claims, TokenRefused, verifyToken } from '../identity/token.js';
import { Refusal } from './refusal.js';

const CHALLENGE = { 'www-authenticate': 'Bearer' };
const TOKEN_LIMIT = 4_096;

/** Who asks: the only source of whose data is read. Throws a {@link Refusal}. */
export async function userOf(request: FastifyRequest, signingKey: string, now: number): Promise<Claims> {
  return claimsOf(bearerOf(request, "the user's token, which your getToken() gives"), signingKey, now);
}

/** Verifies a user's token. */
export async function claimsOf(token: string, signingKey: string, now: number): Promise<Claims> {
  try {
    return await verifyToken(signingKey, token, now);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    throw new Refusal(401, 'invalid_token', error.message, { headers: CHALLENGE });
  }
}

/** Lets operators through, and nobody else. */
export function requireOperator(request: FastifyRequest, operatorToken: string): void {
  if (sameSecret(bearerOf(request, 'the operator token'), operatorToken)) return;
  throw new Refusal(401, 'invalid_token', 'The operator token is not the one of this hub.', {
    headers: CHALLENGE,
  });
}

/** Lets the vendor's own server through, and nobody else. */
export function requireServer(request: FastifyRequest, serverKey: string | undefined): void {
  const given = bearerOf(request, 'the server key');
  if (serverKey === undefined) {
    throw new Refusal(
      403,
      'forbidden',
      'This hub has no server key. Set WAYMARK_SERVER_KEY, or "serverKey" in keys.json.',
    );
  }
  if (isServerKey(given, serverKey)) return;
  throw new Refusal(401, 'invalid_token', 'The server key is not the one of this hub.', {
    headers: CHALLENGE,
  });
}

function bearerOf({ headers }: FastifyRequest, what: string): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) {
    throw new Refusal(401, 'missing_token', `Expected the header "Authorization: Bearer …" with ${what}.`, {
      headers: CHALLENGE,
    });
  }
  if (token.length <= TOKEN_LIMIT) return token;
  throw new Refusal(401, 'invalid_token', `Expected a token of at most ${TOKEN_LIMIT} characters.`, {
    headers: CHALLENGE,
  });
}
