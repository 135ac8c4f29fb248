import { createHash } from 'node:crypto';
import type { Snapshot } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';

/** `GET /v1/snapshot`: the view of the token's user; 304 when it is the one the client has. */
export function snapshotRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, views, decisions } = context;
  scope.get('/snapshot', async (request, reply) => {
    const claims = await userOf(request, keys.signingKey, settings.now());
    await context.remember(claims);
    const meeting = await decisions.of(claims, claims.role);
    const snapshot: Snapshot = {
      ...(await views.snapshot(claims, claims.role)),
      ...(meeting === null ? {} : { campaigns: meeting.campaigns }),
    };
    const tag = tagOf(snapshot);
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization' });
    if (tagsIn(request.headers['if-none-match']).includes(tag)) return reply.code(304).send();
    return snapshot;
  });
}

/** Of all but the position: what others do moves the log, but not this view, and an older position continues as well. */
function tagOf({ position: _, ...content }: Snapshot): string {
  return `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27)}"`;
}

function tagsIn(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim());
}
