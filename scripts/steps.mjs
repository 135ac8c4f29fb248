// What every command here shares: running a step with its name shown, and installing what is missing first.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's top folder. */
export const ROOT = join(import.meta.dirname, '..');

const LEAST_NODE = [20, 19];

/** Says in a sentence when this Node is too old, and stops. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  console.error(`Waymark needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a command in the checkout and resolves when it succeeded; its output is shown as it comes. */
export function run(command, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** Runs a step with its name before and its duration after it. */
export async function step(name, work) {
  const start = performance.now();
  console.log(`\n▸ ${name}`);
  await work();
  console.log(`  ${name}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Path of a tool that npm installed here. */
export const tool = (path) => join(ROOT, 'node_modules', path);

/** Installs the npm packages when they are missing or older than the lock file. */
export async function ensureInstalled() {
  const stamp = join(ROOT, 'node_modules/.waymark-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Installing npm packages', () => run(npmCommand(), ['ci', '--no-audit', '--no-fund']));
  mkdirSync(join(ROOT, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function npmCommand() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/** Runs a main function and turns a failure into one sentence and exit code 1. */
export function main(work) {
  checkNode();
  work().catch((error) => {
    console.error(`\n✗ ${error.message}`);
    process.exit(1);
  });
}

/** Whether a program answers on this machine. */
export const hasProgram = (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
