import { stat } from 'node:fs/promises';
import type { Playbook, Verdict } from '@waymark/contracts';
import { givenNames, type NameOf } from '../intake/given-names.js';
import { takeIn } from '../intake/intake.js';
import type { Storage } from '../storage/open-storage.js';
import { parseLines } from './event-lines.js';
import { type Line, readLines } from './lines.js';

/** How far an import is. */
export interface ImportProgress {
  /** Bytes of the file read, of `total`. */
  readonly bytes: number;
  readonly total: number;
  /** Events that are on disk. */
  readonly events: number;
  readonly seconds: number;
}

/** What an import did. */
export interface ImportResult {
  readonly accepted: number;
  /** Events that were there already, from this file or from before. */
  readonly duplicates: number;
  /** Lines that hold no event, or one that was refused. */
  readonly rejected: number;
}

/** What to import, where to, and whom to tell. */
export interface ImportOptions {
  readonly storage: Storage;
  readonly playbook: Playbook;
  /** NDJSON, plain or gzip: one event a line. */
  readonly file: string;
  /** What to call users and companies until somebody says more; their ids without it. */
  readonly nameOf?: NameOf | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Hears of each line that was not taken. */
  readonly onRejected?: ((line: number, message: string) => void) | undefined;
  readonly now?: (() => number) | undefined;
}

const BATCH = 500;
/** Batches on their way at once; enough to fill commit groups, little enough to need no memory. */
const BATCHES_UNDER_WAY = 8;

/**
 * Brings a file of events in by the same door as live traffic. Can be cut off at any moment and run again: what is
 * there already is passed over.
 *
 * @example await importFile({ storage, playbook, file: 'activity.ndjson.gz', onProgress: console.log });
 */
export async function importFile(options: ImportOptions): Promise<ImportResult> {
  const { storage, playbook, file, nameOf, onProgress, onRejected, now = Date.now } = options;
  const { size } = await stat(file);
  await storage.writer.adopt(playbook);
  const start = performance.now();
  const result = { accepted: 0, duplicates: 0, rejected: 0 };
  const underWay = new Set<Promise<void>>();
  let bytes = 0;

  const reject = (line: number, message: string): void => {
    result.rejected++;
    onRejected?.(line, message);
  };
  const count = (verdict: Verdict, line: number): void => {
    if (verdict.status === 'rejected') reject(line, verdict.message);
    else result[verdict.status === 'accepted' ? 'accepted' : 'duplicates']++;
  };

  async function send(lines: readonly Line[]): Promise<void> {
    const { values, numbers, bad } = parseLines(lines);
    for (const { number, message } of bad) reject(number, `line ${number}: ${message}`);
    const clock = now();
    const intake = takeIn(values, {
      now: clock,
      claims: null,
      identity: 'claimed',
      mayCorrect: true,
      nameOf: (i) => `line ${numbers[i]}`,
    });
    const outcomes = await storage.writer.record({
      events: intake.admitted,
      receivedAt: new Date(clock).toISOString(),
      sentAt: null,
      source: 'import',
      names: givenNames(intake.admitted, nameOf),
    });
    intake.settle(outcomes).forEach((verdict, i) => {
      count(verdict, numbers[i] ?? 0);
    });
    onProgress?.({
      bytes,
      total: size,
      events: result.accepted + result.duplicates,
      seconds: (performance.now() - start) / 1_000,
    });
  }

  let failure: { readonly error: unknown } | null = null;
  const launch = async (lines: readonly Line[]): Promise<void> => {
    const sent: Promise<void> = send(lines)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
    if (underWay.size >= BATCHES_UNDER_WAY) await Promise.race(underWay);
  };

  const pending: Line[] = [];
  for await (const block of readLines(file, (read) => {
    bytes = read;
  })) {
    pending.push(...block);
    while (pending.length >= BATCH && failure === null) await launch(pending.splice(0, BATCH));
    if (failure !== null) break;
  }
  if (failure === null && pending.length > 0) await launch(pending);
  await Promise.all(underWay);
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  await storage.writer.settle({ at: new Date(now()).toISOString(), imported: true });
  return result;
}
