import { parsePlaybook, type SimulationReport } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { simulationReport } from '../read/simulation-report.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { valueIn } from './parsed.js';
import { Refusal } from './refusal.js';

const MOST_DAYS = 3_660;

/**
 * `POST /admin/v1/simulations` with a draft of a playbook: what it would have made of the log, beside what the one in
 * force made of it. Changes nothing. One at a time: each reads the whole log.
 */
export function simulationRoute(scope: FastifyInstance, context: HubContext): void {
  const { playbook, settings, simulator } = context;
  let isUnderWay = false;
  scope.post('/simulations', async (request): Promise<SimulationReport> => {
    const { playbook: given, days = null } = (jsonIn(request.body) ?? {}) as Record<string, unknown>;
    const draft = valueIn(parsePlaybook(given), 'invalid_playbook', 'the playbook');
    if (days !== null && !(Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS)) {
      throw new Refusal(400, 'invalid_batch', `Expected \`days\` to be 1 to ${MOST_DAYS}, or null for all.`);
    }
    if (isUnderWay) {
      throw new Refusal(429, 'too_many_requests', 'Another simulation is under way. Try again in a moment.', {
        headers: { 'retry-after': '5' },
      });
    }
    isUnderWay = true;
    try {
      const simulation = await simulator
        .simulate({ live: playbook, draft, days: days as number | null })
        .catch((error: unknown) => {
          settings.onError(error);
          throw new Refusal(
            503,
            'unavailable',
            'The simulation could not be finished here. Try fewer days, or `waymark-hub simulate --draft FILE`.',
          );
        });
      return await simulationReport(context, simulation, draft);
    } finally {
      isUnderWay = false;
    }
  });
}
