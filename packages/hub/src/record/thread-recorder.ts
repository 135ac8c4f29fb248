import { Worker } from 'node:worker_threads';
import type { Playbook } from '@waymark/contracts';
import type { Target } from '../storage/session.js';
import type { Adopted, Recorder } from './request.js';

/** A call into the thread; id 0 is the thread's own first word. */
export interface ThreadCall {
  readonly id: number;
  readonly method: keyof Recorder;
  readonly parameters: readonly unknown[];
}

/** The thread's answer to a call. */
export interface ThreadAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: PlainError;
}

/** An error as it crosses: a copy between threads would lose its name. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
}

/** Makes an error ready to cross. */
export function plainError(error: unknown): PlainError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A group is garbage as soon as it is written: with room for a few of them none is copied about before it goes. */
const YOUNG_MB = 64;

/** A recorder in a thread of its own, so that neither its arithmetic nor its waiting for the disk holds up requests. */
export async function createThreadRecorder(
  target: Target,
  tenant: string,
  body = new URL('./writer-thread.js', import.meta.url),
): Promise<Recorder> {
  let thread = startThread(target, tenant, body);
  let playbook: Playbook | undefined;
  let informed = thread;
  let closed = false;
  await thread.started;

  /** A thread that died takes with it what it was doing, which its senders repeat; the next call gets a new one. */
  async function call<T>(method: keyof Recorder, ...parameters: readonly unknown[]): Promise<T> {
    if (thread.isGone() && !closed) thread = startThread(target, tenant, body);
    const asked = thread;
    if (informed !== asked && playbook !== undefined) {
      await asked.call('adopt', playbook);
      informed = asked;
    }
    return (await asked.call(method, ...parameters)) as T;
  }

  return {
    record: (group, tells) => call('record', group, tells),
    name: (namings) => call('name', namings),
    choose: (request) => call('choose', request),
    redeem: (request) => call('redeem', request),
    erase: (request) => call('erase', request),
    enter: (request) => call('enter', request),
    claim: (order) => call('claim', order),
    push: (order) => call('push', order),
    draft: (order) => call('draft', order),
    settle: (request) => call('settle', request),
    trim: (request) => call('trim', request),
    async adopt(next) {
      const answer = await call<Adopted>('adopt', next);
      playbook = next;
      informed = thread;
      return answer;
    },
    async close() {
      closed = true;
      if (!thread.isGone()) await thread.call('close');
      await thread.exited;
    },
  };
}

/** One thread from its start to its end. */
function startThread(target: Target, tenant: string, body: URL) {
  const worker = new Worker(body, {
    workerData: { target, tenant },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let gone: Error | null = null;

  worker.on('message', ({ id, value, error }: ThreadAnswer) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(Object.assign(new Error(error.message), { name: error.name }));
  });
  const fail = (error: Error): void => {
    gone ??= error;
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  const exited = new Promise<void>((resolve) =>
    worker.on('exit', () => {
      fail(new Error('The writer thread has ended.'));
      resolve();
    }),
  );
  const wait = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  const started = wait(0).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });

  return {
    started,
    exited,
    isGone: () => gone !== null,
    async call(method: keyof Recorder, ...parameters: readonly unknown[]): Promise<unknown> {
      await started;
      if (gone !== null) throw gone;
      const id = ++calls;
      worker.postMessage({ id, method, parameters } satisfies ThreadCall);
      return wait(id);
    },
  };
}
