import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = new URL('../build/server/main.js', import.meta.url).pathname;

/** A running demo. */
export interface Demo {
  readonly url: string;
  readonly token: string;
  /** What it said while it started. */
  readonly said: string;
  /** The hub's word on a person. */
  person(companyId: string, userId: string): Promise<PersonAnswer>;
  stop(): Promise<void>;
}

interface PersonAnswer {
  readonly growth: number;
  readonly events: number;
  readonly ledger: { readonly rows: readonly { readonly event: string; readonly points: number }[] };
}

/** A folder for a demo's database that goes when the tests are over. */
export function demoFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'waymark-demo-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts the demo as `npm start` does, on a free port, and resolves when it has printed its addresses. */
export async function startDemo(data: string): Promise<Demo> {
  const child = spawn(process.execPath, [MAIN, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/Console {2}http\S+\n/.test(said)) resolve();
    });
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error(`The demo ended early: ${said}`)))]);
  const url = /Demo {5}(http:\S+?)\/\n/.exec(said)?.[1] ?? '';
  const token = /#token=(\S+)/.exec(said)?.[1] ?? '';
  return {
    url,
    token,
    said,
    async person(companyId, userId) {
      const answer = await fetch(`${url}/waymark/admin/v1/people/${companyId}/${userId}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return (await answer.json()) as PersonAnswer;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
