import type { ErrorBody, Preferences } from '@waymark/contracts';
import type { TokenSource } from './token.js';

/** A hub that says nothing for so long is not there. */
const PATIENCE_MS = 15_000;

/** Tells the hub what the person has chosen; the stream brings it into the view. Rejects with words for the screen. */
export async function putPreferences(
  endpoint: string,
  token: TokenSource | undefined,
  change: Partial<Preferences>,
): Promise<void> {
  if (token === undefined) throw new Error('The hub knows nobody here: no `getToken` was given.');
  const response = await send(endpoint, await token.get(), change);
  if (response.ok) return;
  if (response.status === 401) token.drop();
  const body: Partial<ErrorBody> = await response.json().catch(() => ({}));
  throw new Error(body.error?.message ?? `The hub answered ${response.status}.`);
}

async function send(endpoint: string, token: string, change: Partial<Preferences>): Promise<Response> {
  try {
    return await fetch(`${endpoint}/v1/preferences`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(change),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Error('The hub cannot be reached. Nothing was changed; try again.');
  }
}
