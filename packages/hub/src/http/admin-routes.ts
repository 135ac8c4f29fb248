import { createRequire } from 'node:module';
import type { HubOverview } from '@waymark/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { COMPANY_SORTS, createAdminReads, type ListQuery, PEOPLE_SORTS } from '../read/admin-reads.js';
import { createExplanations } from '../read/explanations.js';
import { requireOperator } from './bearer.js';
import { campaignRoutes } from './campaign-routes.js';
import type { HubContext } from './context.js';
import { correctionRoutes } from './correction-routes.js';
import { draftRoutes } from './draft-routes.js';
import { liveRoute } from './live-route.js';
import { figuresOfPeople, found, tellOfHome } from './operator-sight.js';
import { personRoutes } from './person-routes.js';
import { Refusal } from './refusal.js';
import { simulationRoute } from './simulation-route.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
const SEARCH_LIMIT = 100;

/** `/admin/v1/…`: for operators alone. */
export function adminRoutes(scope: FastifyInstance, context: HubContext): void {
  const reads = createAdminReads(context);
  const explanations = createExplanations(context);
  scope.addHook('onRequest', async (request, reply) => {
    requireOperator(request, context.keys.operatorToken);
    reply.header('cache-control', 'no-store');
  });

  scope.get('/overview', async (): Promise<HubOverview> => {
    return { version, ...(await reads.overview()), streams: context.gate.count() };
  });
  scope.get('/people', (request) => {
    figuresOfPeople(context);
    return reads.people(listQuery(request, PEOPLE_SORTS));
  });
  scope.get<{ Params: { companyId: string; userId: string } }>(
    '/people/:companyId/:userId',
    async (request) => {
      figuresOfPeople(context);
      const { cursor } = request.query as { cursor?: unknown };
      const person = await reads.person(request.params, cursor === undefined ? null : numberIn(cursor));
      if (person === null) await tellOfHome(request.params, context);
      return found(person, 'person');
    },
  );
  scope.get<{ Params: { companyId: string; userId: string } }>(
    '/people/:companyId/:userId/silent-events',
    (request) => {
      figuresOfPeople(context);
      const { cursor } = request.query as { cursor?: unknown };
      return explanations.silent(request.params, cursor === undefined ? null : numberIn(cursor));
    },
  );
  scope.get<{ Params: { eventId: string } }>('/events/:eventId', async ({ params }) => {
    figuresOfPeople(context);
    const explanation = await explanations.event(params.eventId).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      throw new Refusal(413, 'too_large', `This cannot be told here: ${error.message}.`);
    });
    return found(explanation, 'event');
  });
  scope.get('/companies', (request) => reads.companies(listQuery(request, COMPANY_SORTS)));
  scope.get<{ Params: { companyId: string } }>('/companies/:companyId', async (request) =>
    found(await reads.company(request.params.companyId), 'company'),
  );
  personRoutes(scope, context);
  correctionRoutes(scope, context);
  campaignRoutes(scope, context);
  draftRoutes(scope, context);
  simulationRoute(scope, context);
  liveRoute(scope, context);
}

function listQuery(request: FastifyRequest, sorts: readonly string[]): ListQuery {
  const { search = '', company, sort = sorts[0], cursor } = request.query as Record<string, unknown>;
  if (typeof sort !== 'string' || !sorts.includes(sort)) {
    throw new Refusal(400, 'invalid_batch', `Expected \`sort\` to be one of ${sorts.join(', ')}.`);
  }
  return {
    search: String(search).trim().slice(0, SEARCH_LIMIT).replaceAll('\u0000', ''),
    company: company === undefined || company === '' ? null : String(company).replaceAll('\u0000', ''),
    sort,
    cursor: cursor === undefined ? 0 : numberIn(cursor),
  };
}

function numberIn(cursor: unknown): number {
  if (typeof cursor === 'string' && /^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Refusal(400, 'invalid_batch', 'Expected `cursor` to be the `next` of a page before.');
}
