// The libraries the lab compares with. They are no dependencies of the project: a run with peers fetches them into a
// temporary folder of the lab's own, once for each list of versions, and nothing of them is shipped.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = {
  'driver.js': '1.8.0',
  'intro.js': '8.6.0',
  'react-joyride': '3.2.0',
  'shepherd.js': '15.3.0',
  react: '19.3.1',
  'react-dom': '19.3.1',
};

const MANIFEST = JSON.stringify({ private: true, dependencies: VERSIONS });
const FOLDER = join(
  tmpdir(),
  `waymark-tips-peers-${createHash('sha256').update(MANIFEST).digest('hex').slice(0, 8)}`,
);

/** Folder in whose `node_modules` the peers are, fetched when they are not there yet. */
export function ensurePeers() {
  if (existsSync(join(FOLDER, 'node_modules'))) return FOLDER;
  const fresh = `${FOLDER}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'package.json'), MANIFEST);
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
    { cwd: fresh, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(
      `The peers could not be installed. Run the lab without \`--peers\`, or with a network:\n${stderr}`,
    );
  }
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(fresh, FOLDER);
  return FOLDER;
}

/** Version of a peer that has been fetched. */
export function peerVersion(npm) {
  return JSON.parse(readFileSync(join(FOLDER, 'node_modules', npm, 'package.json'), 'utf8')).version;
}
