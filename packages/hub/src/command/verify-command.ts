import { openStorage } from '../storage/open-storage.js';
import { verify } from '../verify/verify.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './command.js';
import { verificationLine } from './verification-line.js';

/** `waymark-hub verify`: one JSON line to stdout; differences to stderr and exit code 1. */
export async function runVerify(options: Arguments, { stdout, stderr }: Streams): Promise<number> {
  // It only reads: a thread to write in would be loaded for nothing.
  const storage = await openStorage({ ...options, thread: false });
  try {
    const verification = await verify(storage);
    for (const difference of verification.differences) stderr.write(`  ${difference}\n`);
    stdout.write(`${verificationLine(verification)}\n`);
    return verification.ok ? 0 : 1;
  } finally {
    await storage.close();
  }
}
