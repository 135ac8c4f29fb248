import type { Losses } from './api.js';
import type { Row } from './disk.js';
import type { EventVerdict } from './format.js';
import type { Settings } from './options.js';
import { localTime } from './time.js';

/** All requests that may outlive a page share this many bytes (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const BUDGET = 65_536;
const PATIENCE = 30_000;
/** More of an answer is not read: an endpoint may send for ever. */
const READ_LIMIT = 1_000_000;

/** What came back; status 0 stands for nothing. */
export interface Reply {
  readonly status: number;
  readonly after?: string | null;
  /** The beginning of the body, for people. */
  readonly text: string;
  readonly verdicts?: readonly EventVerdict[];
}

/** A request that is ready: the events in it, and what starts it. */
export type Request = readonly [rows: readonly Row[], send: () => Promise<Reply>];

/** https://developer.mozilla.org/docs/Web/API/Window/fetchLater */
declare const fetchLater: ((url: string, init: RequestInit) => unknown) | undefined;

/** Turns events into requests and responses into replies. */
export type Transport = ReturnType<typeof createTransport>;

export function createTransport(settings: Settings, losses: () => Losses, told: (losses: Losses) => void) {
  const { format } = settings;
  const encoder = new TextEncoder();
  let token: string | null | undefined;
  let inFlight = 0;
  const aborts = new Set<AbortController>();
  let deferred: AbortController | undefined;

  /** Packs as many events as fit into so many bytes, from the first. */
  function pack(rows: readonly Row[], most: number, signal: AbortSignal) {
    for (;;) {
      const dropped = losses();
      const [url, text] = format.encode(
        rows.map((row) => row[1]),
        {
          endpoint: settings.endpoint,
          key: settings.key,
          token: token ?? undefined,
          batchId: `${rows[0]?.[0]}.${rows.at(-1)?.[0]}.${rows.length}`,
          sentAt: localTime(Date.now()),
          dropped: Object.keys(dropped)[0] ? dropped : undefined,
        },
      );
      const body = encoder.encode(text);
      if (body.length <= most || rows.length < 2) {
        const init: RequestInit = {
          method: 'POST',
          body,
          headers: { 'content-type': format.type, ...settings.headers },
          // Following a redirect may turn the POST into a GET, whose 200 would look like a yes.
          redirect: 'manual',
          signal,
        };
        return { rows, url, body, init, dropped };
      }
      rows = rows.slice(0, Math.max(1, (rows.length * most) / body.length));
    }
  }

  async function read(response: Response): Promise<Reply> {
    let text = '';
    try {
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      while (reader && text.length < READ_LIMIT) {
        const { value } = await reader.read();
        if (!value) break;
        text += value;
      }
      void reader?.cancel();
    } catch {
      // The status was there before the body, and it says what became of the events.
    }
    const reply = {
      status: response.status,
      after: response.headers.get('retry-after'),
      text: text.slice(0, 300),
    };
    try {
      return { ...reply, verdicts: response.ok && text ? (format.verdicts?.(text) ?? []) : [] };
    } catch {
      // A page with status 200 is a captive portal or an application's catch-all route, not the endpoint.
      return { ...reply, status: 404 };
    }
  }
  return {
    /** Waits for what a request needs. */
    async prepare(): Promise<void> {
      token = await settings.token();
    },
    /** Makes a request; none while the page is leaving and not even one event fits into what may outlive it. */
    request(offered: readonly Row[], leaving?: boolean): Request | undefined {
      const abort = new AbortController();
      const most = leaving ? BUDGET - inFlight : settings.batchBytes;
      const { rows, url, body, init, dropped } = pack(offered, most, abort.signal);
      if (leaving && body.length > most) return undefined;
      return [
        rows,
        async () => {
          const timer = setTimeout(() => abort.abort(), PATIENCE);
          aborts.add(abort);
          init.keepalive = inFlight + body.length <= BUDGET;
          const size = init.keepalive ? body.length : 0;
          inFlight += size;
          try {
            if (settings.gzip && !leaving) {
              init.body = await new Response(
                new Blob([body]).stream().pipeThrough(new CompressionStream('gzip')),
              ).blob();
              init.headers = { ...init.headers, 'content-encoding': 'gzip' };
            }
            const reply = await read(await fetch(url, init));
            if (reply.status < 300) told(dropped);
            return reply;
          } catch (error) {
            return { status: 0, text: `${error}` };
          } finally {
            clearTimeout(timer);
            aborts.delete(abort);
            inFlight -= size;
          }
        },
      ];
    },
    /** Leaves events with the browser, to be sent should this page die; takes back what was left before. */
    leave(offered: readonly Row[]): void {
      deferred?.abort();
      // Whether it arrived nobody learns: only for endpoints that know an event by its id.
      if (typeof fetchLater !== 'function' || !offered[0] || settings.exit === 'most') return;
      deferred = new AbortController();
      const { url, init } = pack(offered, settings.batchBytes, deferred.signal);
      try {
        fetchLater(url, init);
      } catch {
        // No quota left: the queue on the device has them anyway.
      }
    },
    /** Ends all that is under way. */
    abort(): void {
      for (const abort of aborts) abort.abort();
    },
  };
}
