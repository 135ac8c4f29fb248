import { importFile } from '../import/import-file.js';
import { loadPlaybookFile } from '../playbook/playbook-file.js';
import { openStorage } from '../storage/open-storage.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './command.js';
import { createProgress } from './progress.js';

const SHOWN = 20;

/** `waymark-hub import FILE`: progress goes to stderr, the result as one JSON line to stdout. */
export async function runImport(options: Arguments, { stdout, stderr }: Streams): Promise<number> {
  const playbook = loadPlaybookFile(options.playbook);
  const storage = await openStorage(options);
  const progress = createProgress(stderr);
  let rejected = 0;
  try {
    const result = await importFile({
      storage,
      playbook,
      file: options.file,
      onProgress: progress.show,
      onRejected(_line, message) {
        rejected++;
        if (rejected <= SHOWN) stderr.write(`${stderr.isTTY === true ? '\r\u001b[2K' : ''}  ${message}\n`);
      },
    });
    progress.end();
    if (rejected > SHOWN) stderr.write(`  … and ${rejected - SHOWN} more lines that were not taken\n`);
    stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } finally {
    await storage.close();
  }
}
