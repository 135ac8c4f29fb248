import { join } from 'node:path';
import { createRecorder } from '../record/recorder.js';
import { createThreadRecorder } from '../record/thread-recorder.js';
import { createWriter, type Writer, type WriterOptions } from '../record/writer.js';
import { createLocalSimulator, createThreadSimulator, type Simulator } from '../simulate/simulator.js';
import { openReadSession, openSession } from './open-session.js';
import type { ReadSession, Target } from './session.js';

/** What a hub stands on: one writer, and reading beside it. */
export interface Storage {
  readonly tenant: string;
  readonly writer: Writer;
  readonly reader: ReadSession;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Where to store, and how. */
export interface StorageOptions extends Partial<WriterOptions> {
  /** Folder of the SQLite file; made when it is missing. Unused with `databaseUrl`. */
  readonly data?: string | undefined;
  /** `postgres://…` to use PostgreSQL instead of a file. */
  readonly databaseUrl?: string | undefined;
  /** Whose space in the database. */
  readonly tenant?: string | undefined;
  /** Whether to write, and to simulate, in threads of their own, which only the built package can. */
  readonly thread?: boolean | undefined;
}

/** The tenant of a hub that serves one vendor. */
const DEFAULT_TENANT = 'main';

/**
 * Opens the database, brings its schema up to date and starts the writer.
 *
 * @example const storage = await openStorage({ data: './waymark-data' });
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const target = targetOf(options);
  const tenant = options.tenant ?? DEFAULT_TENANT;
  const thread = options.thread ?? import.meta.url.endsWith('.js');
  const recorder = thread ? await createThreadRecorder(target, tenant) : await localRecorder(target, tenant);
  const writer = createWriter(recorder, definedOnly(options));
  const reader = await openReadSession(target);
  const simulator = thread ? createThreadSimulator(target, tenant) : createLocalSimulator(target, tenant);
  return {
    tenant,
    writer,
    reader,
    simulator,
    async close() {
      await simulator.close();
      await reader.close();
      await writer.close();
    },
  };
}

/** Where the options point to. */
export function targetOf({ data, databaseUrl }: StorageOptions): Target {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    if (/^postgres(?:ql)?:\/\//.test(databaseUrl)) return { dialect: 'postgres', url: databaseUrl };
    throw new Error(
      'Expected DATABASE_URL to begin with postgres:// or postgresql://. Leave it out to store in a SQLite file.',
    );
  }
  if (data === undefined || data === '') {
    throw new Error(
      'Expected a folder to store in. Pass `data` (--data DIR), or `databaseUrl` (DATABASE_URL).',
    );
  }
  return { dialect: 'sqlite', file: join(data, 'waymark.db') };
}

async function localRecorder(target: Target, tenant: string) {
  const now = () => Date.now();
  return createRecorder(await openSession(target, new Date(now()).toISOString()), { tenant, now });
}

function definedOnly({ queueLimit, groupLimit }: StorageOptions): Partial<WriterOptions> {
  return {
    ...(queueLimit === undefined ? {} : { queueLimit }),
    ...(groupLimit === undefined ? {} : { groupLimit }),
  };
}
