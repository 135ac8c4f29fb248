import type { Ranking } from '@waymark/contracts';
import { windowKeys } from '@waymark/engine';
import type { FastifyInstance } from 'fastify';
import { seenAs } from '../read/context.js';
import { localDay } from '../read/local-day.js';
import { memberRow } from '../read/member-state.js';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { Refusal } from './refusal.js';

const SHAPES: { readonly [window in Ranking['window']]: { readonly like: string; readonly shape: RegExp } } =
  {
    day: { like: '2026-08-22', shape: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/ },
    week: { like: '2026-W34', shape: /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/ },
    month: { like: '2026-08', shape: /^\d{4}-(?:0[1-9]|1[0-2])$/ },
    quarter: { like: '2026-Q3', shape: /^\d{4}-Q[1-4]$/ },
    year: { like: '2026', shape: /^\d{4}$/ },
    all: { like: 'all', shape: /^all$/ },
  };

/** `GET /v1/rankings/:id?window=2026-W33`: one ranking as the token's person sees it, in this window or a past one. */
export function rankingRoute(scope: FastifyInstance, context: HubContext): void {
  const { boards, keys, playbook, reader, settings, tenant } = context;
  scope.get<{ Params: { id: string } }>('/rankings/:id', async (request, reply) => {
    const claims = await seenAs(context, await userOf(request, keys.signingKey, settings.now()));
    const ranking = playbook.rankings.find(({ id }) => id === request.params.id);
    if (ranking === undefined) throw new Refusal(404, 'not_found', 'There is no such ranking.');
    const { window } = request.query as { window?: unknown };
    reply.header('cache-control', 'private, no-cache');
    return boards.view(
      ranking,
      claims,
      window === undefined ? await today(ranking) : periodIn(window, ranking),
    );

    async function today({ window }: Ranking): Promise<string> {
      const row = await memberRow(reader.kysely, tenant, claims);
      return windowKeys(localDay(settings.now(), row?.last_seen))[window];
    }
  });
}

function periodIn(given: unknown, { window }: Ranking): string {
  const { like, shape } = SHAPES[window];
  if (typeof given === 'string' && shape.test(given)) return given;
  throw new Refusal(400, 'invalid_batch', `Expected \`window\` to be a ${window} such as ${like}.`);
}
