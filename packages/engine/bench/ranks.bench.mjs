// Places among a million people: our index in process, and a Redis sorted set over a Unix socket where `redis-server`
// can be had. Redis is asked in pipelines of a thousand, so that the way to it hardly counts.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRankIndex } from '../build/index.js';

const PIPELINE = 1_000;
const memberOf = (i) => `member-${i}`;
const pointsOf = (i) => (i * 7_919) % 50_000;

/** Measures a place, the places around, the first ones, and a change. */
export async function bench({ quick = false } = {}) {
  const people = quick ? 100_000 : 1_000_000;
  const rounds = quick ? 10_000 : 100_000;
  const index = createRankIndex(
    Array.from({ length: people }, (_, i) => ({ userId: memberOf(i), points: pointsOf(i) })),
  );
  const anybody = (i) => memberOf((i * 31) % people);
  const ours = {
    place: spread(rounds, (i) => index.rankOf(index.pointsOf(anybody(i)))),
    'places around': spread(rounds, (i) => index.around(anybody(i), 2)),
    'first ten': spread(rounds, () => index.top(10)),
    change: spread(rounds, (i) => index.set(anybody(i), pointsOf(i + 1))),
  };
  const redis = await redisTimes(people, rounds, anybody);
  return Object.entries(ours).flatMap(([what, { mean, p99 }]) => [
    { what: `${what} among ${people} people, 99th percentile`, value: p99, unit: 'µs' },
    {
      what: `${what} among ${people} people, mean`,
      value: mean,
      unit: 'µs',
      ...(redis === null ? {} : { ratio: redis[what] / mean, versus: 'a Redis sorted set' }),
    },
  ]);
}

function spread(rounds, run) {
  for (let i = 0; i < rounds / 10; i++) run(i * 7);
  const times = new Float64Array(rounds);
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run(i * 13);
    times[i] = (performance.now() - start) * 1_000;
  }
  const mean = times.reduce((sum, time) => sum + time, 0) / rounds;
  return { mean, p99: times.sort()[Math.floor(rounds * 0.99)] };
}

async function redisTimes(people, rounds, anybody) {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status !== 0) {
    console.error('  Redis is left out: there is no redis-server here.');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-redis-'));
  const path = join(folder, 'socket');
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  try {
    const socket = await connected(path);
    const mean = (count, commandsOf) => pipelined(socket, count, commandsOf);
    await mean(people, (i) => [['ZADD', 'board', String(pointsOf(i)), memberOf(i)]]);
    const times = {
      place: await mean(rounds, (i) => [['ZREVRANK', 'board', anybody(i)]]),
      // Who stands around is known only after the place is: two questions.
      'places around': await mean(rounds, (i) => [
        ['ZREVRANK', 'board', anybody(i)],
        ['ZREVRANGE', 'board', String(i % people), String((i % people) + 4), 'WITHSCORES'],
      ]),
      'first ten': await mean(rounds, () => [['ZREVRANGE', 'board', '0', '9', 'WITHSCORES']]),
      change: await mean(rounds, (i) => [['ZADD', 'board', String(pointsOf(i + 1)), anybody(i)]]),
    };
    socket.destroy();
    return times;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function connected(path, attempts = 100) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const socket = connect(path);
    const isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('redis-server did not open its socket.');
}

/** Microseconds a question takes; each is answered before the next thousand go out. */
async function pipelined(socket, count, commandsOf) {
  const start = performance.now();
  for (let from = 0; from < count; from += PIPELINE) {
    let text = '';
    for (let i = from; i < Math.min(count, from + PIPELINE); i++) {
      for (const words of commandsOf(i)) {
        text += `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
      }
    }
    // The answer to the last word tells that all before it are answered.
    const answered = new Promise((resolve) => {
      const listen = (chunk) => {
        if (!chunk.toString('latin1').endsWith('+PONG\r\n')) return;
        socket.off('data', listen);
        resolve();
      };
      socket.on('data', listen);
    });
    socket.write(`${text}*1\r\n$4\r\nPING\r\n`);
    await answered;
  }
  return ((performance.now() - start) * 1_000) / count;
}

if (process.argv[1]?.endsWith('ranks.bench.mjs')) {
  for (const { what, value, unit, ratio } of await bench({ quick: process.argv.includes('--quick') })) {
    const times = ratio === undefined ? '' : `  ${ratio.toFixed(1)} times faster than Redis`;
    console.log(`${what.padEnd(60)} ${value.toFixed(2).padStart(10)} ${unit}${times}`);
  }
}
