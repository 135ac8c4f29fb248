import type { Snapshot } from '@waymark/contracts';
import { createHub, type HubOptions, type Keys, openStorage, type Storage, signToken } from '@waymark/hub';
import type { FastifyInstance } from 'fastify';
import { NOW, playbookOf, temporaryFolder } from './fixture.js';

/** Keys of tests. */
export const KEYS: Keys = {
  publicKey: 'wk_test',
  signingKey: 'a signing key of more than thirty-two characters',
  operatorToken: 'wo_test',
  serverKey: 'ws_test',
};

interface Claims {
  companyId?: string;
  name?: string;
  companyName?: string;
  role?: string;
}

/** A hub that listens on a free port, over a database of its own. */
export interface RunningHub {
  readonly url: string;
  readonly hub: FastifyInstance;
  readonly storage: Storage;
  token(userId: string, change?: Claims): Promise<string>;
  /** Posts a batch; a text goes out as it is. */
  post(batch: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends events as a browser does whose page gives no token. */
  send(...events: unknown[]): Promise<Response>;
  /** Tells events as the vendor's server does. */
  tell(...events: unknown[]): Promise<Response>;
  snapshotOf(userId: string, change?: Claims): Promise<Snapshot>;
  get(path: string, token?: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts a hub; its clock stands at {@link NOW}. */
export async function startHub(
  change: Partial<HubOptions> & { database?: { data: string; databaseUrl?: string } } = {},
): Promise<RunningHub> {
  const { database, ...options } = change;
  const folder = temporaryFolder();
  const storage = options.storage ?? (await openStorage(database ?? { data: folder.path }));
  const hub = createHub({
    playbook: playbookOf(),
    keys: KEYS,
    now: () => NOW,
    gatherMs: 5,
    ...options,
    storage,
  });
  const url = await hub.listen({ port: 0, host: '127.0.0.1' });
  const base = `${url}${options.prefix ?? ''}`;
  const token: RunningHub['token'] = (userId, { companyId = 'acme', ...rest } = {}) =>
    signToken(KEYS.signingKey, { userId, companyId, ...rest }, { now: NOW });
  const post: RunningHub['post'] = (batch, headers = {}) =>
    fetch(`${base}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...headers },
      body: typeof batch === 'string' ? batch : JSON.stringify(batch),
    });
  const get: RunningHub['get'] = (path, token, headers = {}) =>
    fetch(`${base}${path}`, {
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    });
  return {
    url: base,
    hub,
    storage,
    token,
    post,
    get,
    send: (...events) => post({ key: KEYS.publicKey, events }),
    tell: (...events) =>
      fetch(`${base}/v1/server/batch`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEYS.serverKey}` },
        body: JSON.stringify({ events }),
      }),
    snapshotOf: async (userId, change) => (await get('/v1/snapshot', await token(userId, change))).json(),
    async stop() {
      await hub.close();
      if (options.storage === undefined) await storage.close();
      folder.remove();
    },
  };
}

/** A server-sent message. */
export interface Message {
  readonly id: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every shape
  readonly data: any;
}

/** Reads an event stream message by message. */
export function readStream(response: Response): {
  next(): Promise<Message>;
  raw(): string;
  cancel(): Promise<void>;
} {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  let raw = '';
  return {
    async next() {
      for (;;) {
        const end = buffer.indexOf('\n\n');
        if (end >= 0) {
          const lines = buffer.slice(0, end).split('\n');
          buffer = buffer.slice(end + 2);
          const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
          if (data === undefined) continue;
          return { id: lines.find((line) => line.startsWith('id: '))?.slice(4), data: JSON.parse(data) };
        }
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        const text = decoder.decode(value, { stream: true });
        buffer += text;
        raw += text;
      }
    },
    raw: () => raw,
    cancel: () => reader.cancel(),
  };
}
