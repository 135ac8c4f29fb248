// Durable ingest of the hub with points computed: events are recorded by the writer thread exactly as batches of live
// traffic are, and each batch is waited for as its sender would. On SQLite the whole process runs on one core where
// `taskset` exists. A hub runs for weeks, so its code is warm: the activity is recorded twice, first as that of other
// people, and the second time is measured. Fsyncs are counted by strace where that exists.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { startPostgres } from '../../../scripts/postgres.mjs';

const HERE = fileURLToPath(import.meta.url);
const ROOT = join(import.meta.dirname, '../../..');
const ACTIVITY = join(ROOT, 'examples/activity/activity.ndjson.gz');
const PLAYBOOK = join(ROOT, 'examples/tracker/playbook.json');
const SIZES = [50, 500];
/** What the demo's playbook has beyond points, levels, badges and rankings. */
const FURTHER = ['quests', 'streaks', 'companyLevels', 'currencies', 'rewards', 'leagues'];
const RUNS = 5;
/** Makes ids those of somebody else. */
const OTHERS = '~';
/** Senders that each wait for their answer before they send again. */
const SENDERS = 32;

const hasProgram = (name, flag = '--version') => spawnSync(name, [flag], { stdio: 'ignore' }).status === 0;

/** Measures SQLite and PostgreSQL in batches of 50 and 500. */
export async function bench({ quick = false } = {}) {
  const results = [];
  const server = await startPostgres().catch((error) => {
    console.error(`  PostgreSQL is left out: ${error.message}`);
    return null;
  });
  const runOf = (dialect, size, isWhole) =>
    fastest(quick ? 1 : RUNS, async () => {
      if (dialect === 'PostgreSQL') await emptyDatabase(server.url);
      return measured({ dialect, size, quick, isWhole, url: server?.url });
    });
  try {
    for (const size of SIZES) {
      const points = await runOf('SQLite', size, false);
      const whole = await runOf('SQLite', size, true);
      const rate = ({ events, seconds }) => events / seconds;
      results.push(
        {
          what: `durable ingest, SQLite, batches of ${size}: points, levels, badges, rankings`,
          value: rate(points),
          unit: 'events/s',
          ratio: rate(points) / 10_000,
          versus: 'the floor of 10,000',
        },
        {
          // What one core alone would do: a busy machine slows the clock on the wall, but hardly this.
          what: `durable ingest, SQLite, batches of ${size}: the same per second of CPU`,
          value: points.events / points.cpuSeconds,
          unit: 'events/s',
          ratio: points.events / points.cpuSeconds / 10_000,
          versus: 'the floor of 10,000',
        },
        {
          what: `durable ingest, SQLite, batches of ${size}: with quests, streaks, companies, credits, leagues`,
          value: rate(whole),
          unit: 'events/s',
          ratio: rate(whole) / rate(points),
          versus: 'without',
        },
      );
      if (server === null) continue;
      const other = await runOf('PostgreSQL', size, false);
      results.push({
        what: `durable ingest, PostgreSQL, batches of ${size}: points, levels, badges, rankings`,
        value: rate(other),
        unit: 'events/s',
        ratio: rate(other) / rate(points),
        versus: 'SQLite',
      });
    }
  } finally {
    await server?.stop();
  }
  if (hasProgram('strace', '-V')) {
    for (const size of SIZES) {
      const { groups, syncs } = traced(size);
      results.push({
        what: `fsyncs a commit group, SQLite, batches of ${size} (${syncs} in ${groups} groups)`,
        value: syncs / groups,
        unit: 'fsyncs',
      });
    }
  }
  return results;
}

/** The run least disturbed: what others take from the machine isn't ours. */
async function fastest(runs, work) {
  let best = await work();
  for (let i = 1; i < runs; i++) {
    const next = await work();
    if (next.cpuSeconds < best.cpuSeconds) best = next;
  }
  return best;
}

async function emptyDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await client.end();
}

/** Runs this file as a process of its own: on one core for SQLite, whose writer shares it with the senders. */
function measured({ dialect, size, quick, isWhole, url }) {
  const env = {
    ...process.env,
    BENCH: JSON.stringify({ size, quick, isWhole, url: dialect === 'PostgreSQL' ? url : undefined }),
  };
  const oneCore = dialect === 'SQLite' && hasProgram('taskset') ? ['taskset', '-c', '0'] : [];
  const [command, ...args] = [...oneCore, process.execPath, HERE];
  return parse(spawnSync(command, args, { env, encoding: 'utf8' }));
}

/**
 * Counts the fsyncs of a sender that waits for each batch, so that every batch is a commit group. Opening and closing
 * cost some too: they are the same in a short and a long run, and so fall out of the difference.
 */
function traced(size) {
  const [short, long] = [10, 60].map((batches) => syncsOf(size, batches * size));
  return { groups: long.groups - short.groups, syncs: long.syncs - short.syncs };
}

function syncsOf(size, most) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-strace-'));
  const log = join(folder, 'calls');
  const env = { ...process.env, BENCH: JSON.stringify({ size, senders: 1, most, isWarm: false }) };
  const args = ['-f', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', log, process.execPath, HERE];
  const { groups } = parse(spawnSync('strace', args, { env, encoding: 'utf8' }));
  const syncs = [...readFileSync(log, 'utf8').matchAll(/\b(?:fsync|fdatasync)\(\d+/g)].length;
  rmSync(folder, { recursive: true, force: true });
  return { groups, syncs };
}

function parse({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(`The measured process failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** The same event of people and a company that there are not. */
function ofOthers({ id, userId, companyId, ...rest }) {
  return { ...rest, id: id + OTHERS, userId: userId + OTHERS, companyId: companyId + OTHERS };
}

async function work({
  size,
  quick,
  isWhole = false,
  url,
  senders = SENDERS,
  most = Number.POSITIVE_INFINITY,
  isWarm = true,
}) {
  const { loadPlaybookFile, openStorage } = await import('../build/index.js');
  const lines = gunzipSync(readFileSync(ACTIVITY)).toString('utf8').trim().split('\n');
  const all = lines.slice(0, Math.min(most, quick ? 10_000 : lines.length)).map((line) => JSON.parse(line));
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  const { takeIn } = await import('../build/intake/intake.js');
  const storage = await openStorage(url === undefined ? { data } : { databaseUrl: url });
  const playbook = loadPlaybookFile(PLAYBOOK);
  if (!isWhole) {
    for (const part of FURTHER) delete playbook[part];
    for (const rule of playbook.rules) {
      delete rule.to;
      delete rule.share;
      delete rule.earns;
    }
  }
  await storage.writer.adopt(playbook);
  let groups = 0;
  storage.writer.onCommit(() => groups++);

  const send = async (inputs) => {
    const { admitted } = takeIn(inputs, { now: Date.now(), claims: null, nameOf: (i) => `events[${i}]` });
    await storage.writer.record({
      events: admitted,
      receivedAt: new Date().toISOString(),
      sentAt: null,
      names: { users: new Map(), companies: new Map() },
    });
  };
  const sendAll = async (events) => {
    let next = 0;
    const sender = async () => {
      while (next < events.length) {
        const from = next;
        next += size;
        await send(events.slice(from, from + size));
      }
    };
    await Promise.all(Array.from({ length: senders }, sender));
  };
  if (isWarm) await sendAll(all.map(ofOthers));
  groups = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  await sendAll(all);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  await storage.close();
  rmSync(data, { recursive: true, force: true });
  return { events: all.length, seconds, cpuSeconds: (user + system) / 1_000_000, groups };
}

if (process.env.BENCH !== undefined && process.argv[1] === HERE) {
  console.log(JSON.stringify(await work(JSON.parse(process.env.BENCH))));
  process.exit(0);
}

if (process.argv[1] === HERE && existsSync(ACTIVITY)) {
  for (const { what, value, unit } of await bench({ quick: process.argv.includes('--quick') })) {
    console.log(`${what.padEnd(80)} ${value.toFixed(2).padStart(12)} ${unit}`);
  }
}
