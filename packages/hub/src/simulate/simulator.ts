import { Worker } from 'node:worker_threads';
import type { Playbook } from '@waymark/contracts';
import { openReadSession } from '../storage/open-session.js';
import type { Target } from '../storage/session.js';
import { factsOfLog, lastDays } from './facts.js';
import type { Simulation } from './report.js';
import { simulate } from './simulate.js';

/** What to try. */
export interface SimulationRequest {
  readonly live: Playbook;
  readonly draft: Playbook;
  /** Of the last so many local days alone; null for all. */
  readonly days: number | null;
}

/** Tries playbooks on the log of a tenant. */
export interface Simulator {
  simulate(request: SimulationRequest): Promise<Simulation>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

/** What a simulation thread is handed. */
export interface SimulationTask extends SimulationRequest {
  readonly target: Target;
  readonly tenant: string;
}

/** What it answers, once. */
export type SimulationAnswer = { readonly simulation: Simulation } | { readonly error: string };

/** A log of a few million events fits; a larger one ends the thread, and not the hub. */
const MEMORY_MB = 4_096;

/** Simulations each in a thread of their own, beside the hub's work. */
export function createThreadSimulator(
  target: Target,
  tenant: string,
  body = new URL('./simulation-thread.js', import.meta.url),
): Simulator {
  const workers = new Set<Worker>();
  return {
    simulate: (request) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(body, {
          workerData: { ...request, target, tenant } satisfies SimulationTask,
          resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        });
        workers.add(worker);
        worker.on('message', (answer: SimulationAnswer) => {
          if ('error' in answer) reject(new Error(answer.error));
          else resolve(answer.simulation);
        });
        worker.on('error', reject);
        worker.on('exit', () => {
          workers.delete(worker);
          reject(new Error('The simulation was given up.'));
        });
      }),
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** Simulations where they are asked for; the source cannot be run in a thread. */
export function createLocalSimulator(target: Target, tenant: string): Simulator {
  return { simulate: (request) => simulateLog({ ...request, target, tenant }), close: async () => {} };
}

/** Does a task from its beginning to its end. */
export async function simulateLog({
  target,
  tenant,
  live,
  draft,
  days,
}: SimulationTask): Promise<Simulation> {
  const reader = await openReadSession(target);
  try {
    const { facts } = await factsOfLog({ reader, tenant });
    return simulate(lastDays(facts, days), live, draft);
  } finally {
    await reader.close();
  }
}
