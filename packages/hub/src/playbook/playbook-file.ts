import { readFileSync } from 'node:fs';
import { describeProblems, type Playbook, parsePlaybook } from '@waymark/contracts';

/** A playbook file that cannot be used; its message lists every fault with its path. */
export class PlaybookBroken extends Error {
  override readonly name = 'PlaybookBroken';
}

/** Reads a playbook whole or not at all. */
export function loadPlaybookFile(path: string): Playbook {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PlaybookBroken(
      `Expected a playbook at ${path}, but it could not be read (${(error as Error).message}). Pass its path with --playbook FILE.`,
    );
  }
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new PlaybookBroken(`Expected ${path} to be JSON: ${(error as Error).message}`);
  }
  const parsed = parsePlaybook(input);
  if (parsed.ok) return parsed.value;
  const faults = parsed.problems.map((problem) => `  ${describeProblems([problem])}`);
  throw new PlaybookBroken(
    `The playbook ${path} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}, so nothing of it was loaded:\n${faults.join('\n')}`,
  );
}
