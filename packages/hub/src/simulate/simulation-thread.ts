import { parentPort, workerData } from 'node:worker_threads';
import { type SimulationAnswer, type SimulationTask, simulateLog } from './simulator.js';

// A simulation thread: does one simulation, says what came of it, and ends.

const answer = (said: SimulationAnswer): void => parentPort?.postMessage(said);

simulateLog(workerData as SimulationTask).then(
  (simulation) => answer({ simulation }),
  (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
);
