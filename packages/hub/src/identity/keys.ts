import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { secretFile } from './secret-file.js';

/** What proves who is who. */
export interface Keys {
  /** Names the vendor's space; stands in every page and proves nothing. */
  readonly publicKey: string;
  /** Shared with the vendor's server, which signs its users' tokens with it. */
  readonly signingKey: string;
  /** Opens the admin API. */
  readonly operatorToken: string;
  /**
   * Opens the door for events of the vendor's own server, and its questions about entitlements; without it that door is
   * closed. May be kept as `sha256:` and the hash of the key in hex.
   */
  readonly serverKey?: string | undefined;
}

const SOURCES = {
  publicKey: 'WAYMARK_KEY',
  signingKey: 'WAYMARK_SIGNING_KEY',
  operatorToken: 'WAYMARK_OPERATOR_TOKEN',
} as const;
const SERVER_KEY = 'WAYMARK_SERVER_KEY';

/**
 * Keys from the environment (`WAYMARK_KEY`, `WAYMARK_SIGNING_KEY`, `WAYMARK_OPERATOR_TOKEN`,
 * `WAYMARK_SERVER_KEY`); those missing there come
 * from `keys.json` in the data folder, which is made with random ones, readable by its owner alone, the first time.
 */
export function loadKeys(data: string, env: NodeJS.ProcessEnv = process.env): Keys {
  const names = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
  const given = Object.fromEntries([
    ...names.flatMap((name) => (env[SOURCES[name]] ? [[name, env[SOURCES[name]]]] : [])),
    ...(env[SERVER_KEY] ? [['serverKey', env[SERVER_KEY]]] : []),
  ]);
  if (names.every((name) => name in given)) return given as unknown as Keys;
  return { ...keysIn(data), ...given };
}

function keysIn(data: string): Keys {
  const path = join(data, 'keys.json');
  const text = secretFile(path, () => `${JSON.stringify(madeKeys(), null, 2)}\n`);
  let keys: Partial<Record<keyof Keys, unknown>>;
  try {
    keys = JSON.parse(text);
  } catch {
    throw new Error(
      `Expected ${path} to be JSON with the hub's keys. Restore it, or remove it to make new keys.`,
    );
  }
  for (const name of Object.keys(SOURCES)) {
    if (typeof keys[name as keyof Keys] === 'string') continue;
    throw new Error(
      `Expected "${name}" in ${path} to be a text. Restore the file, or remove it to make new keys.`,
    );
  }
  return keys as Keys;
}

function madeKeys(): Keys {
  return {
    publicKey: `wk_${randomBytes(12).toString('base64url')}`,
    signingKey: randomBytes(32).toString('base64url'),
    operatorToken: `wo_${randomBytes(24).toString('base64url')}`,
    serverKey: `ws_${randomBytes(24).toString('base64url')}`,
  };
}

/** Compares secrets in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Whether a server key is the one that is kept, as it is or as its hash. */
export function isServerKey(given: string, kept: string): boolean {
  const [, hash] = /^sha256:([\da-f]{64})$/i.exec(kept) ?? [];
  if (hash === undefined) return sameSecret(given, kept);
  return sameSecret(createHash('sha256').update(given).digest('hex'), hash.toLowerCase());
}
