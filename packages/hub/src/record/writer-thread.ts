import { parentPort, workerData } from 'node:worker_threads';
import { openSession } from '../storage/open-session.js';
import type { Target } from '../storage/session.js';
import { createRecorder } from './recorder.js';
import type { Recorder } from './request.js';
import { plainError, type ThreadAnswer, type ThreadCall } from './thread-recorder.js';

// The writer thread: owns the one connection that writes, and does as the main thread says.

const { target, tenant } = workerData as { target: Target; tenant: string };

async function start(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This file is the body of a worker thread, not a program.');
  const now = () => Date.now();
  const recorder = createRecorder(await openSession(target, new Date(now()).toISOString()), { tenant, now });
  port.on('message', async ({ id, method, parameters }: ThreadCall) => {
    const answer = (part: Partial<ThreadAnswer>): void => port.postMessage({ id, ...part });
    try {
      const call = recorder[method] as (...parameters: readonly unknown[]) => Promise<unknown>;
      answer({ value: await call(...parameters) });
    } catch (error) {
      answer({ error: plainError(error) });
    }
    if (method === ('close' satisfies keyof Recorder)) port.close();
  });
  port.postMessage({ id: 0 });
}

start().catch((error: unknown) => parentPort?.postMessage({ id: 0, error: plainError(error) }));
