import type { ErrorBody } from '@waymark/contracts';
import type { TokenSource } from './token.js';

/** A hub that says nothing for so long is not there. */
const PATIENCE_MS = 15_000;

/** What the hub answered. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a good answer is, the one who asked knows
  readonly body: any;
  /** Null for a good answer. */
  readonly error: Partial<ErrorBody['error']> | null;
}

/** Asks the hub for a change in the name of the person. Rejects with words for the screen when it cannot be asked. */
export async function ask(
  method: string,
  url: string,
  token: TokenSource | undefined,
  change: object,
): Promise<Answered> {
  if (token === undefined) throw new Error('The hub knows nobody here: no `getToken` was given.');
  const authorization = `Bearer ${await token.get()}`;
  const response = await fetch(url, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(change),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Error('The hub cannot be reached. Nothing was changed; try again.');
  });
  const { ok, status } = response;
  if (status === 401) token.drop();
  const body = await response.json().catch(() => ({}));
  return { status, body, error: ok ? null : { message: `The hub answered ${status}.`, ...body.error } };
}
