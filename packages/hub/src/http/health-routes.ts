import type { FastifyInstance } from 'fastify';
import { headOf } from '../read/member-state.js';
import type { HubContext } from './context.js';
import { comeAgain } from './refusal.js';

/** `GET /v1/health`: the process lives. `GET /v1/ready`: it can read and takes events. */
export function healthRoutes(scope: FastifyInstance, context: HubContext): void {
  scope.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  scope.get('/ready', async (_request, reply) => {
    await headOf(context.reader.kysely, context.tenant).catch(() => {
      throw comeAgain(2, 'The database does not answer.');
    });
    await context.writer.probe().catch(() => {
      throw comeAgain(2, 'The writer does not answer.');
    });
    reply.header('cache-control', 'no-store');
    return { status: 'ready' };
  });
}
