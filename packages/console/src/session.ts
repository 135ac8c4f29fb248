import type { Memory } from './memory.js';
import { createWritable, type Writable } from './readable.js';

const KEY = 'waymark-console-token';

/** Who the console asks as: the operator token, or null before sign-in. */
export interface Session {
  readonly token: Writable<string | null>;
  /** Why the last token was put away, to be said in the sign-in form. */
  readonly refused: Writable<boolean>;
  signIn(token: string): void;
  signOut(refused?: boolean): void;
}

/** The token from `#token=…` in an address, or null. */
export function tokenOf(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token');
  return token === null || token.trim() === '' ? null : token.trim();
}

/** Keeps the operator token for as long as the tab lives; a token that comes in goes to `memory` at once. */
export function createSession(memory: Memory, incoming: string | null = null): Session {
  if (incoming !== null) memory.write(KEY, incoming);
  const token = createWritable(memory.read(KEY));
  const refused = createWritable(false);
  return {
    token,
    refused,
    signIn(next) {
      memory.write(KEY, next);
      refused.set(false);
      token.set(next);
    },
    signOut(becauseRefused = false) {
      memory.write(KEY, null);
      refused.set(becauseRefused);
      token.set(null);
    },
  };
}
