import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_DATABASES, eventOf, PLAYBOOK_INPUT, temporaryFolder } from './fixture.js';
import { databaseOver } from './hub-over.js';

// The program is what is published: it runs from the build, whichever way the package itself is tested.
const PROGRAM = fileURLToPath(new URL('../build/bin.js', import.meta.url));
const EVENTS = 12_000;

let folder: ReturnType<typeof temporaryFolder>;
let playbook: string;
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = temporaryFolder();
  playbook = join(folder.path, 'playbook.json');
  writeFileSync(playbook, JSON.stringify(PLAYBOOK_INPUT));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  folder.remove();
});

function start(args: readonly string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...plain } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...plain, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return { code: code as number | null, signal: signal as string | null, ...output };
  });
  return { child, output, ended };
}

const run = (args: readonly string[], env?: Record<string, string>) => start(args, env).ended;

function writeEvents(count: number): string {
  const file = join(folder.path, 'events.ndjson.gz');
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: `import${i}`,
      event: ['feature.shipped', 'change.committed', 'doc.written'][i % 3],
      userId: `u${i % 97}`,
      companyId: `c${i % 5}`,
      timestamp: `2026-0${1 + (i % 8)}-${String(1 + (i % 28)).padStart(2, '0')}T10:00:00+02:00`,
      properties: { files: i % 9 },
    }),
  );
  writeFileSync(file, gzipSync(lines.join('\n')));
  return file;
}

describe.each(ALL_DATABASES)('the program over $name', ({ start: startDatabase }) => {
  const database = databaseOver(startDatabase);

  const place = async () => {
    const { data, databaseUrl } = await database.fresh();
    return { data, env: databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl } };
  };

  it('survives kill -9 in the middle of an import, wherever it strikes', async () => {
    const { data, env } = await place();
    const file = writeEvents(EVENTS);
    const args = ['import', file, '--playbook', playbook, '--data', data];
    const verify = () => run(['verify', '--data', data], env);
    let counted = 0;
    let killed = 0;
    for (const strike of [0, 1, 2]) {
      const { child, output, ended } = start(args, env);
      if (strike === 0) await strikeAfter(child, () => existsSync(data));
      else await strikeAfter(child, () => eventsShown(output.stderr) > counted);
      const { signal } = await ended;
      if (signal === 'SIGKILL') killed++;
      const { code, stdout } = await verify();
      expect(code).toBe(0);
      const { ok, events } = JSON.parse(stdout);
      expect(ok).toBe(true);
      expect(events).toBeGreaterThanOrEqual(counted);
      counted = events;
    }
    expect(killed).toBeGreaterThan(1);
    const { code, stdout } = await run(args, env);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { accepted: EVENTS - counted, duplicates: counted, rejected: 0 },
    ]);
    const verified = await verify();
    const folded = await run([
      'fold',
      file,
      '--playbook',
      playbook,
      '--order',
      'shuffled',
      '--duplicates',
      '0.2',
    ]);
    expect(verified.stdout).toBe(folded.stdout);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, events: EVENTS, users: 97, companies: 5 });
  }, 240_000);

  it('comes to one state however many processes write at once', async () => {
    const { data, env } = await place();
    const file = writeEvents(2_000);
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    const orders = [lines, [...lines].reverse(), lines.filter((_, i) => i % 2 === 0), lines.slice(500)];
    const imports = orders.map((order, i) => {
      const own = join(folder.path, `part${i}.ndjson`);
      writeFileSync(own, order.join('\n'));
      return run(['import', own, '--playbook', playbook, '--data', data], env);
    });
    const results = (await Promise.all(imports)).map(({ stdout }) => JSON.parse(stdout));
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2_000);
    expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(4_500);
    const verified = await run(['verify', '--data', data], env);
    const folded = await run(['fold', file, '--playbook', playbook]);
    expect(verified.stdout).toBe(folded.stdout);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, events: 2_000 });
  }, 240_000);

  it('serves, keeps what it answered for through kill -9, and stops in order', async () => {
    const { data, env } = await place();
    const args = ['serve', '--port', '0', '--playbook', playbook, '--data', data, '--prefix', '/waymark'];
    const keys = { WAYMARK_KEY: 'wk', WAYMARK_SIGNING_KEY: 's'.repeat(32), WAYMARK_OPERATOR_TOKEN: 'wo' };
    const first = start(args, { ...env, ...keys });
    const url = await urlOf(first.output);
    const post = (at: string, id: string) =>
      fetch(`${at}/v1/batch`, {
        method: 'POST',
        body: JSON.stringify({ key: 'wk', events: [eventOf({ id })] }),
      });
    expect((await fetch(`${url}/v1/ready`)).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => post(url, `served${i}`)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start(args, { ...env, ...keys });
    const { verdicts } = await (await post(await urlOf(second.output), 'served7')).json();
    expect(verdicts).toEqual([{ id: 'served7', status: 'duplicate' }]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
    const { stdout } = await run(['verify', '--data', data], env);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, events: 50 });
  });
});

describe('the program', () => {
  it('ends quietly when nobody reads on', async () => {
    const file = writeEvents(200);
    const args = ['simulate', file, '--playbook', playbook, '--draft', playbook, '--json'];
    const { child, ended } = start(args);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('folds to the same state in any order', async () => {
    const file = writeEvents(500);
    const fold = async (...args: string[]) =>
      (await run(['fold', file, '--playbook', playbook, ...args])).stdout;
    const given = await fold();
    expect(JSON.parse(given)).toMatchObject({ ok: true, events: 500, users: 97, companies: 5 });
    expect(await fold('--order', 'reversed')).toBe(given);
    expect(await fold('--order', 'shuffled', '--seed', '7', '--duplicates', '0.2')).toBe(given);
  });

  it('imports what is good, and names the lines that are not', async () => {
    const file = join(folder.path, 'mixed.ndjson');
    const good = JSON.stringify(eventOf({ id: 'good' }));
    writeFileSync(
      file,
      `${good}\n{"id":\n\n${good}\n{"id":"bad","timestamp":"now"}\n${'x'.repeat(200_000)}\n`,
    );
    const { code, stdout, stderr } = await run([
      'import',
      file,
      '--playbook',
      playbook,
      '--data',
      folder.path,
    ]);
    expect([code, JSON.parse(stdout)]).toEqual([0, { accepted: 1, duplicates: 1, rejected: 3 }]);
    expect(stderr).toContain('line 2: expected JSON');
    expect(stderr).toContain('line 5.timestamp: expected an ISO 8601 time');
    expect(stderr).toContain('line 6: expected an event, got a line longer');
  });

  it('refuses a broken playbook with every path, and loads nothing of it', async () => {
    const [rule] = PLAYBOOK_INPUT.rules;
    const rules = [
      { ...rule, when: { rows: { $gt: 'ten' } } },
      { ...rule, id: 'x', points: 0 },
    ];
    writeFileSync(playbook, JSON.stringify({ ...PLAYBOOK_INPUT, rules }));
    const data = join(folder.path, 'data');
    for (const command of [
      ['serve', '--port', '0'],
      ['import', playbook],
      ['fold', playbook],
    ]) {
      const { code, stdout, stderr } = await run([
        ...command,
        '--playbook',
        playbook,
        ...(command[0] === 'fold' ? [] : ['--data', data]),
      ]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('rules[0].when.rows.$gt: expected a number, got "ten"');
      expect(stderr).toContain('rules[1].points: expected at least 1');
      expect(existsSync(data)).toBe(false);
    }
  });

  it('refuses a playbook that changed under its version', async () => {
    const file = writeEvents(10);
    const args = ['import', file, '--playbook', playbook, '--data', join(folder.path, 'data')];
    expect((await run(args)).code).toBe(0);
    writeFileSync(playbook, JSON.stringify({ ...PLAYBOOK_INPUT, name: 'Changed' }));
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toContain('Give the changed one version 2.');
  });

  it('tells by its exit code when what is stored is not what the log leads to', async () => {
    const file = writeEvents(10);
    const data = join(folder.path, 'data');
    await run(['import', file, '--playbook', playbook, '--data', data]);
    damage(join(data, 'waymark.db'), "UPDATE members SET growth = growth + 1 WHERE user_id = 'u3'");
    const { code, stdout, stderr } = await run(['verify', '--data', data]);
    expect([code, JSON.parse(stdout).ok]).toEqual([1, false]);
    expect(stderr).toContain('members ["c3","u3"]: the log leads to');
  });

  it('helps, and says what it does not know', async () => {
    const help = await run(['--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('waymark-hub import FILE --playbook FILE');
    const wrong = await run(['fly']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('got "fly"');
    const lost = await run([
      'import',
      join(folder.path, 'none'),
      '--playbook',
      playbook,
      '--data',
      folder.path,
    ]);
    expect([lost.code, lost.stderr.includes('ENOENT')]).toEqual([1, true]);
  });
});

function eventsShown(progress: string): number {
  const shown = [...progress.matchAll(/([\d,]+) events/g)].at(-1)?.[1] ?? '0';
  return Number(shown.replaceAll(',', ''));
}

/** Kills a program as soon as it is where it should be struck; one that is faster has ended. */
async function strikeAfter(child: ChildProcess, isThere: () => boolean): Promise<void> {
  while (child.exitCode === null && !isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
}

async function urlOf(output: { readonly stdout: string; readonly stderr: string }): Promise<string> {
  for (;;) {
    const url = /http:\/\/\S+?(?=,)/.exec(output.stdout)?.[0];
    if (url !== undefined) return url;
    if (output.stderr !== '') throw new Error(output.stderr);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function damage(path: string, statement: string): void {
  const Database = createRequire(import.meta.url)('libsql');
  const database = new Database(path);
  database.prepare(statement).run();
  database.close();
}
