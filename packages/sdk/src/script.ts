/** The script tag's core: turns the queue of early calls into a live client. */
import { init, type WaymarkClient } from './client.js';
import type { Command, Waymark } from './global.js';
import type { Options } from './options.js';

declare const __WAYMARK_VERSION__: string;

/** Calls held back until `init`; a page that never inits must not fill its memory. */
const HELD_LIMIT = 1_000;

type Call = [Command, ...unknown[]];

/** Answers every call made so far and from now on; a tag with `data-key` starts a client by itself. */
export function start(waymark: Waymark, data: DOMStringMap): void {
  const early = [...((waymark.q as Iterable<Call> | undefined) ?? [])];
  let held: Call[] = [];
  let client: WaymarkClient | undefined;

  const begin = (options: Partial<Options>) => {
    client?.dispose();
    client = init({ ...fromAttributes(data), ...options } as Options);
    const waiting = held;
    held = [];
    for (const call of waiting) answer(call);
    return client;
  };

  const answer = ([command, ...args]: Call): unknown => {
    if (command === 'init') return begin((args[0] ?? {}) as Partial<Options>);
    if (client === undefined) {
      if (held.length < HELD_LIMIT) held.push([command, ...args]);
      return undefined;
    }
    const member: unknown = Object.hasOwn(client, command) ? client[command] : undefined;
    if (member === undefined) {
      throw new TypeError(`[waymark] Expected a command such as "track", got ${JSON.stringify(command)}.`);
    }
    return typeof member === 'function' ? member(...args) : member;
  };

  const guarded = (call: Call): unknown => {
    try {
      return answer(call);
    } catch (error) {
      console.error((error as Error).message);
      return undefined;
    }
  };

  waymark.version = __WAYMARK_VERSION__;
  waymark.q = { push: guarded };
  for (const call of early) guarded(Array.from(call) as Call);
  if (client === undefined && data.key !== undefined) guarded(['init']);
}

/** What the tag's `data-` attributes say: `data-token-url` is fetched for the user's token. */
function fromAttributes(data: DOMStringMap): Partial<Options> {
  const { key, endpoint, tokenUrl, locale, theme, launcher } = data;
  return {
    ...(key !== undefined && { key }),
    ...(endpoint !== undefined && { endpoint }),
    ...(locale !== undefined && { locale }),
    ...(theme !== undefined && { theme: theme as NonNullable<Options['theme']> }),
    ...(launcher !== undefined && {
      launcher: launcher === 'false' ? false : (launcher as NonNullable<Options['launcher']>),
    }),
    ...(tokenUrl !== undefined && { getToken: () => fetchToken(tokenUrl) }),
  };
}

async function fetchToken(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw new Error(`[waymark] ${url} answered ${response.status} instead of a token.`);
  return (await response.text()).trim();
}
