// A Chromium with a profile of its own that can be ended the hard way and started again.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_FLAGS, ensureBrowser } from '../../../scripts/browser.mjs';
import { openDevtools } from './devtools-pipe.mjs';
import { openTab } from './tab.mjs';

const FLAGS = [
  ...BROWSER_FLAGS,
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-breakpad',
  '--disable-extensions',
  '--hide-crash-restore-bubble',
  '--window-size=800,600',
  // Two renderers for the address bar of a window nobody sees.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** Makes an empty profile, with the browser's own settings where a situation needs them. */
export function createProfile(preferences) {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-lab-'));
  if (preferences) {
    mkdirSync(join(dir, 'Default'));
    writeFileSync(join(dir, 'Default/Preferences'), JSON.stringify(preferences));
  }
  return {
    dir,
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Starts a browser on a profile. `kill` is `kill -9` for all of its processes; `close` lets it finish. */
export async function startBrowser(dir) {
  const child = spawn(ensureBrowser(), [...FLAGS, `--user-data-dir=${dir}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const devtools = openDevtools(child.stdio[3], child.stdio[4]);
  const { product } = await devtools.send('Browser.getVersion');

  async function kill() {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
    await ended;
  }
  async function close() {
    const overdue = setTimeout(kill, 5_000);
    await devtools.send('Browser.close').catch(() => {});
    await ended;
    clearTimeout(overdue);
  }

  return { version: product, kill, close, open: (url) => openTab(devtools, url), send: devtools.send };
}
