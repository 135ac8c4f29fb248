import type { Preferences } from '@waymark/contracts';
import { ask } from './ask.js';
import type { TokenSource } from './token.js';

/** Tells the hub what the person has chosen; the stream brings it into the view. Rejects with words for the screen. */
export async function putPreferences(
  endpoint: string,
  token: TokenSource | undefined,
  change: Partial<Preferences>,
): Promise<void> {
  const { error } = await ask('PUT', `${endpoint}/v1/preferences`, token, change);
  if (error !== null) throw new Error(error.message);
}
