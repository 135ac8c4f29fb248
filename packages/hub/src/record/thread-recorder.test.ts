import type { Playbook } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { playbookOf } from '../../tests/fixture.js';
import { createThreadRecorder } from './thread-recorder.js';

/** A thread that tells what it is asked, and dies when it is asked to record. */
const MORTAL = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  let adopted = null;
  parentPort.on('message', ({ id, method, parameters }) => {
    if (method === 'record') process.exit(1);
    if (method === 'adopt') adopted = parameters[0].version;
    if (method === 'name' && parameters[0].length > 0) throw new Error('out of memory');
    parentPort.postMessage({ id, value: method === 'adopt' ? { version: adopted, position: 0 } : adopted });
    if (method === 'close') parentPort.close();
  });
  parentPort.postMessage({ id: 0 });
`)}`,
);

/** A thread that cannot begin. */
const STILLBORN = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage({ id: 0, error: { name: 'Error', message: 'no such folder' } });
  setInterval(() => {}, 1000);
`)}`,
);

const start = (body: URL) => createThreadRecorder({ dialect: 'sqlite', file: '' }, 'main', body);

it('tells why the thread could not begin, and leaves none behind', async () => {
  await expect(start(STILLBORN)).rejects.toThrow('no such folder');
});

it.each([
  ['ends', (recorder: Awaited<ReturnType<typeof start>>) => recorder.record([], false), 'has ended'],
  [
    'throws',
    (recorder: Awaited<ReturnType<typeof start>>) => recorder.name([{ of: 'users', id: 'u', given: 'u' }]),
    'out of memory',
  ],
])(
  'refuses what a thread that %s was doing, and goes on with a new one under the same playbook',
  async (_, kill, reason) => {
    const recorder = await start(MORTAL);
    const playbook: Playbook = playbookOf({ version: 7 });
    await recorder.adopt(playbook);
    await expect(kill(recorder)).rejects.toThrow(reason);
    expect(await recorder.name([])).toBe(7);
    await recorder.close();
  },
);
