import type { Playbook } from '@waymark/contracts';
import type { Fact } from '@waymark/engine';
import { loadPlaybookFile } from '../playbook/playbook-file.js';
import { factsOfFile, factsOfLog, lastDays } from '../simulate/facts.js';
import { reportOf } from '../simulate/report.js';
import { simulate } from '../simulate/simulate.js';
import { openStorage } from '../storage/open-storage.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './command.js';
import { UsageError } from './usage.js';

/** `waymark-hub simulate --draft FILE [FILE]`: what a draft would have made of the log, or of a file of events. */
export async function runSimulate(options: Arguments, { stdout, stderr }: Streams): Promise<number> {
  const draft = loadPlaybookFile(options.draft);
  const { facts, live } = await basisOf(options, (message) => stderr.write(`  ${message}\n`));
  const simulation = simulate(lastDays(facts, options.days), live, draft);
  stdout.write(options.json ? `${JSON.stringify(simulation)}\n` : `${reportOf(simulation, live, draft)}\n`);
  return 0;
}

async function basisOf(
  options: Arguments,
  onRejected: (message: string) => void,
): Promise<{ facts: readonly Fact[]; live: Playbook }> {
  if (options.file !== '')
    return { facts: await factsOfFile(options.file, onRejected), live: loadPlaybookFile(options.playbook) };
  // It only reads: a thread to write in would be loaded for nothing.
  const storage = await openStorage({ ...options, thread: false });
  try {
    const { facts, playbook } = await factsOfLog(storage);
    if (options.playbook !== '') return { facts, live: loadPlaybookFile(options.playbook) };
    if (playbook !== null) return { facts, live: playbook };
    throw new UsageError('Expected a log with a playbook in force; this one has none. Pass --playbook FILE.');
  } finally {
    await storage.close();
  }
}
