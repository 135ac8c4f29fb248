import type { FastifyInstance } from 'fastify';

const DAY_S = 86_400;

/** Headers by which pages of any origin may use the public routes: no cookie is involved, every right is in a token. */
export const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
} as const;

/** Opens the routes of this scope to pages of every origin. */
export function openToAllOrigins(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.headers(OPEN_TO_ALL);
  });
  scope.options('/*', async (_request, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-allow-headers':
          'authorization, content-type, if-none-match, last-event-id, cache-control',
        'access-control-max-age': String(DAY_S),
      })
      .send(),
  );
}
