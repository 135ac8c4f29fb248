// A tiny server for browser tests: pages from strings, files from folders, all under the strict policy that Waymark
// promises to work with.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** The policy every page of ours must run under. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves `pages` (path → HTML or script text) and `folders` (path prefix → folder on disk) on a free port.
 * `handle(request, response)` may answer first by returning true. Returns `{ url, close }`.
 *
 * @param {{
 *   pages?: Record<string, string>,
 *   folders?: Record<string, string>,
 *   policy?: string,
 *   handle?: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean | Promise<boolean>,
 *   port?: number,
 * }} options
 */
export async function servePages({
  pages = {},
  folders = {},
  policy = STRICT_POLICY,
  handle,
  port = 0,
} = {}) {
  const server = createServer(async (request, response) => {
    if (handle && (await handle(request, response))) return;
    const path = new URL(request.url, 'http://localhost').pathname;
    const send = (type, write) => {
      response.writeHead(200, {
        'content-type': type,
        'content-security-policy': policy,
        'cache-control': 'no-store',
      });
      write(response);
    };
    if (path in pages) {
      const type = TYPES[extname(path)] ?? TYPES['.html'];
      return send(type, (out) => out.end(pages[path]));
    }
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!path.startsWith(prefix)) continue;
      const file = join(folder, normalize(`/${path.slice(prefix.length)}`));
      if (existsSync(file) && statSync(file).isFile()) {
        return send(TYPES[extname(file)] ?? 'application/octet-stream', (out) =>
          createReadStream(file).pipe(out),
        );
      }
    }
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
