import { loadCredentialKey } from '../credential/issuer.js';
import { createHub } from '../http/create-hub.js';
import { loadKeys } from '../identity/keys.js';
import { loadPlaybookFile } from '../playbook/playbook-file.js';
import { openStorage } from '../storage/open-storage.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './command.js';

/** `waymark-hub serve`: runs until it is told to stop, then finishes what it has taken. */
export async function runServe(options: Arguments, { stdout, stderr }: Streams): Promise<number> {
  const playbook = loadPlaybookFile(options.playbook);
  const keys = loadKeys(options.data);
  const storage = await openStorage(options);
  const hub = createHub({
    storage,
    playbook,
    keys,
    prefix: options.prefix,
    identity: options.identity,
    console: options.console ?? null,
    sdk: options.sdk ?? null,
    issuer: options.issuer === null ? null : { ...options.issuer, key: loadCredentialKey(options.data) },
    onError: (error) =>
      stderr.write(`waymark-hub: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  try {
    const address = await hub.listen({ port: options.port, host: options.host });
    stdout.write(
      `Waymark hub at ${address}${options.prefix}, playbook "${playbook.id}" version ${playbook.version}\n`,
    );
    stdout.write(`Public key: ${keys.publicKey}\n`);
    if (options.console !== undefined) stdout.write(`Console: ${address}${options.prefix}/console/\n`);
    await toldToStop();
    stdout.write('Stopping …\n');
    return 0;
  } finally {
    await hub.close();
    await storage.close();
  }
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
