import { isId } from '@waymark/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { cleanName } from '../record/naming.js';

/** What a verified token says about its bearer. */
export interface Claims {
  readonly userId: string;
  /** Empty where the vendor has no companies. */
  readonly companyId: string;
  readonly name: string | null;
  readonly companyName: string | null;
  readonly role: string | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expires: number;
}

/** What a vendor's server says about the user it signs a token for. */
export interface TokenSubject {
  readonly userId: string;
  readonly companyId?: string | undefined;
  readonly name?: string | undefined;
  readonly companyName?: string | undefined;
  readonly role?: string | undefined;
}

/** A token that is not good; its message says why, and never repeats the token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const ALGORITHM = 'HS256';
const HOUR_S = 3_600;
/** Two clocks are rarely the same second. */
const CLOCK_TOLERANCE_S = 30;
const SHORTEST_KEY = 32;

/**
 * Signs a token as a vendor's server does.
 *
 * @example await signToken(keys.signingKey, { userId: 'u1', companyId: 'acme', name: 'Mei' })
 */
export async function signToken(
  signingKey: string,
  { userId, ...claims }: TokenSubject,
  { now = Date.now(), expiresIn = HOUR_S }: { readonly now?: number; readonly expiresIn?: number } = {},
): Promise<string> {
  const issued = Math.floor(now / 1_000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setSubject(userId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + expiresIn)
    .sign(secretOf(signingKey));
}

/** Verifies a token. Throws {@link TokenRefused}. */
export async function verifyToken(signingKey: string, token: string, now: number): Promise<Claims> {
  const payload = await verified(signingKey, token, now);
  const { sub, companyId = '', exp = 0 } = payload;
  if (!isId(sub)) throw new TokenRefused("Expected `sub` to be the user's id, 1 to 128 characters.");
  if (companyId !== '' && !isId(companyId))
    throw new TokenRefused('Expected `companyId` to be an id, 1 to 128 characters.');
  if (exp * 1_000 > now + (HOUR_S + CLOCK_TOLERANCE_S) * 1_000) {
    throw new TokenRefused(
      'Expected `exp` to be at most one hour ahead. Sign shorter tokens and refresh them.',
    );
  }
  const role = payload.role ?? null;
  if (role !== null && !isId(role))
    throw new TokenRefused('Expected `role` to be a word, 1 to 128 characters.');
  for (const claim of ['name', 'companyName'] as const) {
    if (payload[claim] !== undefined && typeof payload[claim] !== 'string') {
      throw new TokenRefused(`Expected \`${claim}\` to be a text.`);
    }
  }
  return {
    userId: sub,
    companyId,
    name: cleanName(payload.name),
    companyName: cleanName(payload.companyName),
    role,
    expires: exp * 1_000,
  };
}

/** Three parts in base64url and nothing else; decoders forgive more. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

async function verified(signingKey: string, token: string, now: number) {
  if (!COMPACT.test(token)) throw new TokenRefused('The token is not a JWT of three parts.');
  try {
    const { payload } = await jwtVerify(token, secretOf(signingKey), {
      algorithms: [ALGORITHM],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(now),
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new TokenRefused('The token has expired. Get a fresh one.');
    throw new TokenRefused(
      `The token does not verify (${error instanceof errors.JOSEError ? error.code : 'malformed'}). Sign it with HS256 and the hub's signing key, with \`sub\` and \`exp\`.`,
    );
  }
}

function secretOf(signingKey: string): Uint8Array {
  if (signingKey.length < SHORTEST_KEY) {
    throw new Error(`Expected a signing key of at least ${SHORTEST_KEY} characters.`);
  }
  return new TextEncoder().encode(signingKey);
}
