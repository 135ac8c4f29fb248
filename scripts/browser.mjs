// Finds a Chromium for the tests: the one named by WAYMARK_BROWSER, else an installed Chrome or Chromium, else
// (Debian as root) installs the package `chromium`. Every other machine gets a sentence that says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of an installed browser, or null. Throws when WAYMARK_BROWSER names a file that is not there. */
export function findBrowser(env = process.env) {
  const given = env.WAYMARK_BROWSER;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(
      `WAYMARK_BROWSER names ${given}, but there is no such file. Point it at a Chrome or Chromium.`,
    );
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** Path of a browser, installing one where that is possible. Throws with a plain message where none can be had. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  installDebian(['chromium', 'fonts-noto-cjk'], 'No Chrome or Chromium found');
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chrome or Chromium. Install one, or set WAYMARK_BROWSER to its path, and run again.',
  );
}

/** Installs Debian packages when this is Debian and we are root; says so. Does nothing elsewhere. */
export function installDebian(packages, because) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return;
  console.log(`${because}: installing the Debian packages ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    if (status !== 0) return;
  }
}

/** Flags that keep a test browser off the network and able to run as root in a container. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a headless browser; closing it removes everything it wrote. */
export async function launchBrowser(options = {}) {
  return chromium.launch({
    executablePath: ensureBrowser(),
    ...options,
    args: [...BROWSER_FLAGS, ...(options.args ?? [])],
  });
}

let shared;

/** The one browser for all tests of this process, which it ends with: whoever opens a context in it closes that. */
export function sharedBrowser() {
  shared ??= launchBrowser();
  return shared;
}

/** Starts a browser with a profile of its own that outlives it, for tests about restarts. */
export async function launchProfile(dir = mkdtempSync(join(tmpdir(), 'waymark-profile-')), options = {}) {
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: ensureBrowser(),
    ...options,
    args: [...BROWSER_FLAGS, ...(options.args ?? [])],
  });
  return { context, dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

if (process.argv[1]?.endsWith('browser.mjs')) console.log(ensureBrowser());
