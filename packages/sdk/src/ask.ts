import type { ErrorBody } from '@waymark/contracts';
import type { TokenSource } from './token.js';

/** A hub that says nothing for so long is not there. */
const PATIENCE_MS = 15_000;

/** What the hub answered: what was asked for, or why not. */
export type Answered<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly status: number; readonly error: Partial<ErrorBody['error']> };

/** Asks the hub for a change in the name of the person. Rejects with words for the screen when it cannot be asked. */
export async function ask<T>(
  method: 'PUT' | 'POST',
  url: string,
  token: TokenSource | undefined,
  change: object,
): Promise<Answered<T>> {
  if (token === undefined) throw new Error('The hub knows nobody here: no `getToken` was given.');
  const response = await send(method, url, await token.get(), change);
  const { ok, status } = response;
  const body = await response.json().catch(() => ({}));
  if (ok) return { ok, body };
  if (status === 401) token.drop();
  const error = body.error ?? {};
  return { ok, status, error: { ...error, message: error.message ?? `The hub answered ${status}.` } };
}

async function send(method: string, url: string, token: string, change: object): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(change),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Error('The hub cannot be reached. Nothing was changed; try again.');
  }
}
