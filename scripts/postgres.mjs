// Finds PostgreSQL for the tests and starts throw-away servers of it: on a free port, in a folder of their own, with
// fsync on. WAYMARK_TEST_DATABASE_URL names a server to use instead.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installDebian } from './browser.mjs';

const DEBIAN = '/usr/lib/postgresql';
const PLACES = ['/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin', '/usr/pgsql/bin'];
const START_LIMIT_MS = 30_000;

/** Folder with `initdb` and `postgres`, or null. */
export function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const debian = versions.map((version) => join(DEBIAN, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return (
    [...debian, ...onPath, ...PLACES].find(
      (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
    ) ?? null
  );
}

/** Folder with PostgreSQL's programs (or the given server), installing them where that is possible; throws plainly elsewhere. */
export async function ensurePostgres() {
  const given = process.env.WAYMARK_TEST_DATABASE_URL;
  if (given) return `the server of WAYMARK_TEST_DATABASE_URL (${new URL(given).host})`;
  const found = findPostgres();
  if (found) return found;
  installDebian(['postgresql'], 'No PostgreSQL found');
  const installed = findPostgres();
  if (installed) return installed;
  throw new Error(
    'The tests of the hub need PostgreSQL. Install it, or set WAYMARK_TEST_DATABASE_URL to an empty database, and run again.',
  );
}

/** Starts a server with an empty database; `stop` ends it and removes its folder, and so does the death of this process. */
export async function startPostgres() {
  const given = process.env.WAYMARK_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const programs = await ensurePostgres();
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-postgres-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'waymark', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  }
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=on'];
  // The shell outlives us: when our end of its stdin closes, for whatever reason, it stops the server.
  const keeper = spawn(
    'sh',
    [
      '-c',
      'folder="$1"; shift; "$@" >"$folder/log" 2>&1 </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$folder"',
      'keeper',
      folder,
      join(programs, 'postgres'),
      '-D',
      data,
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...owner, cwd: dirname(folder), stdio: ['pipe', 'ignore', 'ignore'] },
  );
  keeper.unref();
  keeper.stdin.unref?.();
  const stop = async () => {
    if (keeper.exitCode === null) {
      const gone = new Promise((resolve) => keeper.once('exit', resolve));
      keeper.ref();
      keeper.stdin.end();
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://waymark@127.0.0.1:${port}/postgres`, stop };
}

let shared;

/** The one server for all tests of this process, which it ends with; each takes a schema of its own in it. */
export function sharedPostgres() {
  shared ??= startPostgres();
  return shared;
}

/** initdb and postgres refuse to run as root: the user `postgres` or `nobody` stands in. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody".');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until the server answers PostgreSQL's SSL request, which it does once it is up. */
async function answering(port) {
  const end = Date.now() + START_LIMIT_MS;
  while (!(await answers(port))) {
    if (Date.now() > end) throw new Error(`PostgreSQL did not answer on port ${port} in time.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sends a start-up message: a server that is still starting answers with error 57P03, one that is up asks to proceed. */
function answers(port) {
  return new Promise((resolve) => {
    const fields = Buffer.from('user\0waymark\0database\0postgres\0\0');
    const head = Buffer.alloc(8);
    head.writeInt32BE(fields.length + 8, 0);
    head.writeInt32BE(0x30000, 4);
    const socket = createConnection({ port, host: '127.0.0.1' }, () =>
      socket.write(Buffer.concat([head, fields])),
    );
    const done = (up) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('data', (bytes) => done(bytes[0] === 'R'.charCodeAt(0)));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}

if (process.argv[1]?.endsWith('postgres.mjs')) console.log(await ensurePostgres());
