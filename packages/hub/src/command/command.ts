import { readArguments } from './arguments.js';
import { runFold } from './fold-command.js';
import { runImport } from './import-command.js';
import type { ProgressOutput } from './progress.js';
import { runServe } from './serve-command.js';
import { runSimulate } from './simulate-command.js';
import { USAGE } from './usage.js';
import { runVerify } from './verify-command.js';

/** Where a command writes. */
export interface Streams {
  readonly stdout: ProgressOutput;
  readonly stderr: ProgressOutput;
}

/** Errors that lie in what was asked for, not in what happened. */
const ASKED_WRONGLY = ['UsageError', 'PlaybookBroken', 'PlaybookRefused'];

/** Runs a command line and resolves with the exit code; never throws. */
export async function runCommand(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<number> {
  try {
    const options = readArguments(argv, env);
    if (options.command === 'help') {
      streams.stdout.write(USAGE);
      return 0;
    }
    const run = {
      serve: runServe,
      import: runImport,
      verify: runVerify,
      fold: runFold,
      simulate: runSimulate,
    }[options.command];
    return await run(options, streams);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    streams.stderr.write(`waymark-hub: ${message}\n`);
    if (name === 'UsageError')
      streams.stderr.write('Run `waymark-hub --help` for all commands and options.\n');
    return ASKED_WRONGLY.includes(name) ? 2 : 1;
  }
}
