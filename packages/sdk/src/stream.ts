import type { Connection, StreamMessage } from '@waymark/contracts';
import { createParser } from 'eventsource-parser';
import { backoff, retryAfter } from './backoff.js';
import type { TokenSource } from './token.js';

/** What a stream needs from the client that owns it. */
export interface StreamOptions {
  readonly url: string;
  readonly token: TokenSource;
  /** Position to continue from; null for a snapshot first. */
  position(): string | null;
  onMessage(message: StreamMessage): void;
  onState(state: Connection, problem: string | null): void;
}

/** A running stream. */
export interface Stream {
  /** Tries again now when it is waiting. */
  retry(): void;
  close(): void;
}

/** The hub sends a comment at least every 15 s: after three missed ones the connection is dead. */
const SILENCE_MS = 45_000;
/** The hub's first word comes at once: what takes longer is held back by something on the way. */
const FIRST_MS = 10_000;
const POLL_MS = 10_000;
/** After being refused nothing changes by asking often. */
const REFUSED_MS = 60_000;

/**
 * Keeps one server-sent event stream open, over `fetch` so that the token travels in a header and never in a URL. Where
 * a proxy keeps a stream back until it ends, it asks for one answer at a time instead.
 */
export function openStream(options: StreamOptions): Stream {
  let closed = false;
  let abort = new AbortController();
  let wake = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    let attempt = 0;
    let refusals = 0;
    let polls = false;
    while (!closed) {
      abort = new AbortController();
      if (!polls) options.onState('connecting', null);
      const end = await connect(options, abort, polls);
      if (closed) return;
      if (end.kind === 'refused') {
        options.token.drop();
        refusals += 1;
        if (refusals === 1) continue;
        options.onState('refused', end.problem);
        await pause(REFUSED_MS);
        continue;
      }
      refusals = 0;
      if (polls && end.heard) {
        await pause(POLL_MS);
        continue;
      }
      polls = !polls && end.silent && !end.heard;
      if (polls) continue;
      attempt = end.heard ? 0 : attempt + 1;
      options.onState('offline', end.problem);
      await pause(Math.max(end.after, backoff(attempt)));
    }
  };
  void run();

  return {
    retry: () => wake(),
    close() {
      closed = true;
      abort.abort();
      wake();
    },
  };
}

type End =
  | { readonly kind: 'refused'; readonly problem: string }
  | {
      readonly kind: 'ended';
      readonly heard: boolean;
      /** It went quiet. */
      readonly silent: boolean;
      readonly after: number;
      readonly problem: string | null;
    };

async function connect(options: StreamOptions, abort: AbortController, once: boolean): Promise<End> {
  let heard = false;
  let silent = false;
  let silence = setTimeout(() => {
    silent = true;
    abort.abort();
  }, FIRST_MS);
  const alive = () => {
    clearTimeout(silence);
    silence = setTimeout(() => abort.abort(), SILENCE_MS);
  };
  try {
    const response = await fetch(once ? `${options.url}?once` : options.url, {
      headers: await headersFor(options),
      signal: abort.signal,
      cache: 'no-store',
    });
    if (!response.ok || response.body === null) return await refusalOf(response);
    const parser = createParser({
      onEvent({ data }) {
        heard = true;
        options.onState('live', null);
        options.onMessage(JSON.parse(data) as StreamMessage);
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    abort.signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      alive();
      parser.feed(part.value);
    }
    return { kind: 'ended', heard, silent, after: 0, problem: null };
  } catch (error) {
    return { kind: 'ended', heard, silent, after: 0, problem: (error as Error).message };
  } finally {
    clearTimeout(silence);
    abort.abort();
  }
}

async function headersFor({ token, position }: StreamOptions): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    accept: 'text/event-stream',
    authorization: `Bearer ${await token.get()}`,
  };
  const from = position();
  if (from !== null) headers['last-event-id'] = from;
  return headers;
}

async function refusalOf(response: Response): Promise<End> {
  const text = await response.text();
  const problem = messageIn(text) ?? `The hub answered ${response.status} to ${response.url}.`;
  if (response.status < 500 && response.status !== 408 && response.status !== 429)
    return { kind: 'refused', problem };
  return {
    kind: 'ended',
    heard: false,
    silent: false,
    after: retryAfter(response.headers.get('retry-after')),
    problem,
  };
}

function messageIn(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
