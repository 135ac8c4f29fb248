import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { secretFile } from '../identity/secret-file.js';

/** In whose name badges are given out. */
export interface Issuer {
  /** Public address of the hub with its prefix, `https://app.example.com/waymark`: ids of credentials begin with it. */
  readonly url: string;
  /** The vendor as holders and verifiers read it. */
  readonly name: string;
  /** Private RSA key as PEM (PKCS #8). */
  readonly key: string;
}

/** The public half of the issuer's key, as a JWK with its thumbprint for a name (RFC 7638). */
export interface PublicKey {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kid: string;
}

/** RS256 is the one algorithm that every verifier of Open Badges 3.0 knows. */
const BITS = 2_048;

/** The key in `WAYMARK_CREDENTIAL_KEY`, or in `credential-key.pem` of the data folder, made there the first time. */
export function loadCredentialKey(data: string, env: NodeJS.ProcessEnv = process.env): string {
  const given = env.WAYMARK_CREDENTIAL_KEY;
  if (given !== undefined && given !== '') return checked(given, 'WAYMARK_CREDENTIAL_KEY');
  const path = join(data, 'credential-key.pem');
  return checked(secretFile(path, madeKey), path);
}

function madeKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return privateKey;
}

function checked(pem: string, where: string): string {
  let type: string | undefined;
  try {
    type = createPrivateKey(pem).asymmetricKeyType;
  } catch {
    type = 'something else';
  }
  if (type === 'rsa') return pem;
  throw new Error(
    `Expected ${where} to be a private RSA key as PEM, got ${type}. Make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${BITS}`,
  );
}

/** What verifiers need of a private key. */
export function publicKeyOf(pem: string): PublicKey {
  const { n = '', e = '' } = createPublicKey(pem).export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  return { kty: 'RSA', n, e, alg: 'RS256', use: 'sig', kid };
}
