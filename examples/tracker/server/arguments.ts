import { parseArgs } from 'node:util';

/** What the demo can be told on the command line. */
export interface DemoArguments {
  readonly port: number;
  readonly host: string;
  /** Folder of the hub's database and keys. */
  readonly data: string;
}

const PORT = 4400;

/** Reads `--port N --host NAME --data DIR`; throws a sentence about what is wrong. */
export function readArguments(args: readonly string[], home: string): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: home },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`Expected --port to be a number from 0 to 65535, got "${values.port}".`);
  }
  return { port, host: values.host, data: values.data };
}
