import type { Verification } from '../verify/verify.js';

/** The line that `verify` and `fold` print. */
export function verificationLine({ differences: _, ...line }: Verification): string {
  return JSON.stringify(line);
}
