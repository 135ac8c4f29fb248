import type { HubOptions } from '@waymark/hub';
import { afterAll, beforeAll } from 'vitest';
import type { ALL_DATABASES } from './fixture.js';
import { type RunningHub, startHub } from './running-hub.js';

type Start = (typeof ALL_DATABASES)[number]['start'];
type Database = Awaited<ReturnType<Start>>;

/** A database for the tests around the call: started before them, gone after. */
export function databaseOver(start: Start): Pick<Database, 'fresh'> {
  let database: Database;
  beforeAll(async () => {
    database = await start();
  }, 60_000);
  afterAll(() => database.stop());
  return { fresh: () => database.fresh() };
}

/** A hub for the tests around the call, over a database of its own: started before them, gone after. */
export function hubOver(start: Start, options: Partial<HubOptions> = {}): RunningHub {
  const database = databaseOver(start);
  let running: RunningHub;
  beforeAll(async () => {
    running = await startHub({ ...options, database: await database.fresh() });
  }, 60_000);
  afterAll(() => running.stop());
  // Tests hold it from when they are told of, which is before it runs.
  return new Proxy({} as RunningHub, { get: (_, name) => Reflect.get(running, name) });
}
