import { parseArgs } from 'node:util';
import { ORDERS } from '../verify/order.js';
import { UsageError } from './usage.js';

/** Commands of the program. */
const COMMANDS = ['serve', 'import', 'verify', 'fold', 'simulate'] as const;

const DEFAULT_DATA = './waymark-data';
const DEFAULT_PORT = 4401;
const IDENTITIES = ['claimed', 'required'] as const;

/** What the command line asks for. */
export interface Arguments {
  readonly command: (typeof COMMANDS)[number] | 'help';
  readonly file: string;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly playbook: string;
  readonly port: number;
  readonly host: string;
  readonly prefix: string;
  readonly console: string | undefined;
  readonly sdk: string | undefined;
  /** Public address of the hub, and the vendor's name, for badges as credentials. */
  readonly issuer: { readonly url: string; readonly name: string } | null;
  readonly identity: (typeof IDENTITIES)[number];
  readonly order: (typeof ORDERS)[number];
  readonly seed: number;
  readonly duplicates: number;
  /** The playbook to try. */
  readonly draft: string;
  /** Only so many of the latest local days; null for all. */
  readonly days: number | null;
  readonly json: boolean;
}

/** Reads a command line. Throws {@link UsageError} with what was expected. */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Arguments {
  const { values, positionals } = parse(argv);
  const [first, file = '', ...others] = positionals;
  const command = values.help === true || first === 'help' ? 'help' : oneOf('a command', COMMANDS, first);
  const expectsFile = command === 'import' || command === 'fold';
  const mayHaveFile = expectsFile || command === 'simulate';
  if (others.length > 0 || (file !== '' && !mayHaveFile && command !== 'help')) {
    throw new UsageError(
      `Expected nothing more after "${command}", got "${mayHaveFile ? others[0] : file}".`,
    );
  }
  if (expectsFile && file === '')
    throw new UsageError(`Expected a file: waymark-hub ${command} FILE --playbook FILE`);
  if (command === 'simulate' && values.draft === undefined)
    throw new UsageError('Expected a playbook to try: waymark-hub simulate --draft FILE');
  const needsPlaybook = command === 'simulate' ? file !== '' : command !== 'help' && command !== 'verify';
  if (needsPlaybook && values.playbook === undefined) {
    throw new UsageError(`Expected --playbook FILE for "${command}".`);
  }
  return {
    command,
    file,
    data: values.data ?? DEFAULT_DATA,
    databaseUrl: env.DATABASE_URL,
    playbook: values.playbook ?? '',
    port: wholeNumber('--port', values.port, DEFAULT_PORT, 65_535),
    host: values.host ?? '127.0.0.1',
    prefix: prefixOf(values.prefix),
    console: values.console,
    sdk: values.sdk,
    issuer: issuerOf(values.issuer, values['issuer-name']),
    identity: oneOf('--identity', IDENTITIES, values.identity ?? 'claimed'),
    order: oneOf('--order', ORDERS, values.order ?? 'given'),
    seed: wholeNumber('--seed', values.seed, 1, 2 ** 32 - 1),
    draft: values.draft ?? '',
    days: values.days === undefined ? null : wholeNumber('--days', values.days, 1, 100_000),
    json: values.json === true,
    duplicates: share('--duplicates', values.duplicates),
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        data: text,
        playbook: text,
        port: text,
        host: text,
        prefix: text,
        console: text,
        sdk: text,
        issuer: text,
        'issuer-name': text,
        identity: text,
        order: text,
        seed: text,
        duplicates: text,
        draft: text,
        days: text,
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<const T extends string>(what: string, known: readonly T[], given: string | undefined): T {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  throw new UsageError(
    `Expected ${what} to be one of ${known.join(', ')}, got ${given === undefined ? 'nothing' : `"${given}"`}.`,
  );
}

function wholeNumber(what: string, given: string | undefined, preset: number, most: number): number {
  if (given === undefined) return preset;
  if (/^\d+$/.test(given) && Number(given) <= most) return Number(given);
  throw new UsageError(`Expected ${what} to be a whole number up to ${most}, got "${given}".`);
}

function share(what: string, given: string | undefined): number {
  if (given === undefined) return 0;
  const number = Number(given);
  if (given.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new UsageError(`Expected ${what} to be between 0 and 1, got "${given}".`);
}

function issuerOf(address: string | undefined, name: string | undefined): Arguments['issuer'] {
  if (address === undefined && name === undefined) return null;
  if (address === undefined || name === undefined || name.trim() === '')
    throw new UsageError('Expected --issuer URL and --issuer-name NAME together.');
  if (!/^https?:\/\/[^/?#\s]+(?:\/[\w.-]+)*\/?$/.test(address)) {
    throw new UsageError(
      `Expected --issuer to be the public address of the hub, for example https://app.example.com/waymark, got "${address}".`,
    );
  }
  return { url: address.replace(/\/$/, ''), name: name.trim() };
}

function prefixOf(given = ''): string {
  const prefix = given.replace(/\/+$/, '');
  if (prefix === '' || /^(?:\/[\w.-]+)+$/.test(prefix)) return prefix;
  throw new UsageError(`Expected --prefix to be a path such as /waymark, got "${given}".`);
}
