// The endpoint under the lab's control: keeps every event it says yes to, and misbehaves as told.
import { createServer } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const FIRST_PORT = 21_000;
const PORTS = 10_000;
let nextPort = FIRST_PORT + Math.floor(Math.random() * PORTS);

/** Listens on a port below the ephemeral range, so that nobody takes it while the endpoint is down. */
async function listen(server, port) {
  for (;;) {
    nextPort = FIRST_PORT + ((nextPort + 1 - FIRST_PORT) % PORTS);
    const wanted = port ?? nextPort;
    const error = await new Promise((resolve) => {
      server.once('error', resolve).listen(wanted, '127.0.0.1', () => resolve(null));
    });
    server.removeAllListeners('error');
    if (!error) return wanted;
    if (port) throw error;
  }
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const encoding = request.headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(raw).toString('utf8');
  if (encoding === 'deflate') return inflateSync(raw).toString('utf8');
  // Some collectors gzip without saying so in a header; the two magic bytes do.
  return (raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw).toString('utf8');
}

/**
 * Starts the endpoint of one run and the server of its pages. A fault is a function of the request and what it carries,
 * that returns true when it has taken care of the answer; `reply` gives it the tools.
 */
export async function startReceiver({ collector, pages, isSameOrigin }) {
  const stored = [];
  const requests = [];
  const held = new Set();
  let fault = null;
  let isDown = false;
  let lastNews = Date.now();

  const cors = (request) => ({
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
    'access-control-allow-methods': 'POST, GET, PUT, OPTIONS',
    'access-control-max-age': '600',
  });

  async function handle(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (pages.serve(url.pathname, response, endpoint())) return;
    if (isDown) return request.socket.destroy();
    if (request.method === 'OPTIONS') return response.writeHead(204, cors(request)).end();
    const text = await bodyOf(request).catch(() => '');
    const config = collector.configure?.({ path: url.pathname, method: request.method });
    if (config !== undefined) return answer(request, response, 200, config);
    const events = collector.read({ path: url.pathname, query: url.searchParams, text });
    if (events.length === 0) return answer(request, response, 200, {});
    const bytes = Buffer.byteLength(text);
    requests.push({ path: url.pathname, count: events.length, bytes });
    lastNews = Date.now();
    const reply = {
      keep: (some = events) => keep(some),
      answer: (status, body, headers) => answer(request, response, status, body, headers),
      accept: () => answer(request, response, 200, collector.answer(events)),
      drop: () => request.socket.destroy(),
      hold: () => Boolean(held.add(request.socket)),
    };
    const { pathname: path, searchParams: query } = url;
    if (fault?.({ events, request, response, collector, bytes, path, query }, reply)) return;
    keep(events);
    reply.accept();
  }
  function keep(events) {
    stored.push(...events);
    lastNews = Date.now();
  }
  function answer(request, response, status, body, headers = {}) {
    const isText = typeof body === 'string';
    response.writeHead(status, {
      ...cors(request),
      'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    });
    response.end(body === undefined ? '' : isText ? body : JSON.stringify(body));
  }

  const guarded = (request, response) => handle(request, response).catch(() => request.socket.destroy());
  let api = createServer(guarded);
  const port = await listen(api);
  const endpoint = () => `http://127.0.0.1:${port}`;
  const site = isSameOrigin ? null : createServer(guarded);
  const sitePort = site ? await listen(site) : port;
  const stop = (server) =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });

  return {
    stored,
    requests,
    page: `http://127.0.0.1:${sitePort}/`,
    lastNews: () => lastNews,
    /** Answers every batch as `next` says until `null` comes. */
    set fault(next) {
      fault = next;
    },
    /** Takes the endpoint away: connections are refused, or cut where it shares its port with the pages. */
    async down() {
      isDown = true;
      if (!isSameOrigin) await stop(api);
    },
    async up() {
      isDown = false;
      if (api.listening) return;
      api = createServer(guarded);
      await listen(api, port);
    },
    /** Cuts the connections whose answers a fault is holding back. */
    release() {
      for (const socket of held) socket.destroy();
      held.clear();
    },
    async close() {
      if (site) await stop(site);
      if (api.listening) await stop(api);
    },
  };
}
