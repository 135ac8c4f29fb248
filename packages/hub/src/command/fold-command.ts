import { loadPlaybookFile } from '../playbook/playbook-file.js';
import { foldFile } from '../verify/fold-file.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './command.js';
import { verificationLine } from './verification-line.js';

const SHOWN = 20;

/** `waymark-hub fold FILE`: the line that `verify` prints after importing the same file. */
export async function runFold(options: Arguments, { stdout, stderr }: Streams): Promise<number> {
  let rejected = 0;
  const folded = await foldFile({
    file: options.file,
    playbook: loadPlaybookFile(options.playbook),
    order: options.order,
    seed: options.seed,
    duplicates: options.duplicates,
    onRejected(message) {
      rejected++;
      if (rejected <= SHOWN) stderr.write(`  ${message}\n`);
    },
  });
  if (rejected > SHOWN) stderr.write(`  … and ${rejected - SHOWN} more lines that were not taken\n`);
  stdout.write(`${verificationLine(folded)}\n`);
  return 0;
}
