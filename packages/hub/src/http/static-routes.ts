import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';
import type { HubSettings } from './settings.js';

const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The console runs nothing that is not its own file, and nobody frames it. */
const CONSOLE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};
const SDK_HEADERS = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Serves the built SDK to every page, and the built console to operators. */
export function staticRoutes(scope: FastifyInstance, settings: Pick<HubSettings, 'sdk' | 'console'>): void {
  const { sdk, console } = settings;
  if (sdk !== null) {
    scope.get('/waymark.js', (request, reply) => sendFile(request, reply, sdk, 'waymark.js', SDK_HEADERS));
    scope.get<{ Params: { '*': string } }>('/sdk/*', (request, reply) =>
      sendFile(request, reply, join(sdk, 'sdk'), request.params['*'], SDK_HEADERS),
    );
  }
  if (console !== null) {
    scope.get('/console', (_request, reply) => reply.redirect(`${scope.prefix}/console/`));
    scope.get<{ Params: { '*': string } }>('/console/*', (request, reply) =>
      sendFile(request, reply, console, request.params['*'] || 'index.html', CONSOLE_HEADERS),
    );
  }
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  name: string,
  headers: { readonly [name: string]: string },
): Promise<FastifyReply> {
  const path = join(folder, normalize(`/${name}`));
  const type = TYPES[extname(path)];
  const file =
    path.startsWith(join(folder, sep)) && !path.includes('\0') ? await stat(path).catch(() => null) : null;
  if (file === null || !file.isFile() || type === undefined) {
    throw new Refusal(404, 'not_found', 'There is no such file.');
  }
  const tag = `W/"${file.size.toString(36)}-${Math.round(file.mtimeMs).toString(36)}"`;
  reply.headers({
    ...headers,
    etag: tag,
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.header('content-length', file.size).send(createReadStream(path));
}
