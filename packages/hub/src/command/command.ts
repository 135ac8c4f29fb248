import { type Arguments, readArguments } from './arguments.js';
import type { ProgressOutput } from './progress.js';
import { USAGE } from './usage.js';

/** Where a command writes. */
export interface Streams {
  readonly stdout: ProgressOutput;
  readonly stderr: ProgressOutput;
}

/** Errors that lie in what was asked for, not in what happened. */
const ASKED_WRONGLY = ['UsageError', 'PlaybookBroken', 'PlaybookRefused'];

type Run = (options: Arguments, streams: Streams) => Promise<number>;

/** Each loads only what it needs: a database and a server take most of a second that `fold` has no use for. */
const LOADERS: Readonly<Record<Exclude<Arguments['command'], 'help'>, () => Promise<Run>>> = {
  serve: async () => (await import('./serve-command.js')).runServe,
  import: async () => (await import('./import-command.js')).runImport,
  verify: async () => (await import('./verify-command.js')).runVerify,
  fold: async () => (await import('./fold-command.js')).runFold,
  simulate: async () => (await import('./simulate-command.js')).runSimulate,
};

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
    const run = await LOADERS[options.command]();
    return await run(options, streams);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    streams.stderr.write(`waymark-hub: ${message}\n`);
    if (name === 'UsageError')
      streams.stderr.write('Run `waymark-hub --help` for all commands and options.\n');
    return ASKED_WRONGLY.includes(name) ? 2 : 1;
  }
}
