import { mkdirSync } from 'node:fs';
import { createHub, loadKeys, loadPlaybookFile, openStorage } from '@waymark/hub';
import { readWorld } from './activity.js';
import { readArguments } from './arguments.js';
import { demoRoutes, nameOf } from './demo-routes.js';
import { fill } from './fill.js';
import { PLACES } from './places.js';

const PATIENCE_MS = 10_000;

async function serve(): Promise<void> {
  const { port, host, data } = readArguments(process.argv.slice(2), PLACES.data);
  mkdirSync(data, { recursive: true });
  const playbook = loadPlaybookFile(PLACES.playbook);
  const keys = loadKeys(data);
  const world = readWorld(PLACES.activity);
  const storage = await openStorage({ data, databaseUrl: process.env.DATABASE_URL });

  const hub = createHub({
    storage,
    playbook,
    keys,
    nameOf,
    prefix: '/waymark',
    sdk: PLACES.sdk,
    console: PLACES.console,
  });
  demoRoutes(hub, world, keys);
  await hub.ready();
  console.log(`\n▸ The real activity: ${world.events.toLocaleString('en')} events`);
  await fill({ hub, storage, playbook, keys, data, file: PLACES.activity, events: world.events });

  const stop = async (): Promise<void> => {
    // Whatever was acknowledged is on disk: nobody has to wait for what does not come to its end.
    setTimeout(() => process.exit(0), PATIENCE_MS).unref();
    await hub.close();
    await storage.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const address = await hub.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`);
  });

  console.log(`
  Demo     ${address}/
  Console  ${address}/waymark/console/#token=${keys.operatorToken}

  Open the demo in two windows, as two people of one company, and the console beside them.
  Ctrl C ends it; everything is kept in ${data}.
`);
}

serve().catch((error: Error) => {
  console.error(`\n✗ ${error.message}`);
  process.exit(1);
});
