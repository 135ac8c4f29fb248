// Runs every situation with every collector, several at once, and sums up.
import { availableParallelism, cpus } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import { loadCollectors, loadSituations } from './cells.mjs';
import { bundle, bundleClient } from './pages.mjs';
import { EVENTS, perform } from './stage.mjs';

/** Plays what is asked for and returns `{ browser, date, machine, events, situations, collectors, cells }`. */
export async function runLab({
  reps = 1,
  peerReps = reps,
  only,
  collectors,
  peers = false,
  lanes = 4,
  entry,
  progress = () => {},
}) {
  const situations = (await loadSituations()).filter(({ name }) => !only || only.includes(name));
  if (situations.length === 0) throw new Error(`Expected \`--only\` to name situations, got ${only}.`);
  const chosen = (await loadCollectors()).filter(({ name }) =>
    collectors ? collectors.includes(name) : peers || name === 'waymark',
  );
  const clients = new Map();
  for (const collector of chosen) clients.set(collector, await bundleClient(collector, entry));

  const runs = chosen.flatMap((collector) =>
    situations
      .filter(({ oursOnly }) => !oursOnly || collector.name === 'waymark')
      .flatMap((situation) =>
        Array.from({ length: collector.name === 'waymark' ? reps : peerReps }, (_, rep) => ({
          collector,
          situation,
          client: clients.get(collector),
          // Every second repetition has the endpoint on the page's own origin.
          isSameOrigin: rep % 2 === 1,
        })),
      ),
  );
  const outcomes = await inLanes(runs, lanes, progress);
  const browser = outcomes.find((outcome) => outcome.browser)?.browser;
  return {
    browser,
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
    events: EVENTS,
    situations: situations.map(({ name, title, isMeasured = false }) => ({ name, title, isMeasured })),
    collectors: await Promise.all(chosen.map((collector) => weigh(collector, entry))),
    cells: chosen.flatMap((collector) =>
      situations.flatMap((situation) => {
        const own = outcomes.filter((o) => o.collector === collector.name && o.situation === situation.name);
        return own.length > 0 ? [sumUp(collector, situation, own)] : [];
      }),
    ),
  };
}

/** What a collector adds to a page that bundles it, by the same tools for all. */
async function weigh({ name, npm, version, size }, entry) {
  const { length } = brotliCompressSync(await bundle(size, entry));
  return { name, npm, version, bytes: length };
}

/** Several runs at once, and those that measure time alone. */
async function inLanes(runs, lanes, progress) {
  const outcomes = [];
  let done = 0;
  async function lane(queue) {
    for (let run = queue.shift(); run; run = queue.shift()) {
      const outcome = await attempt(run);
      outcomes.push(outcome);
      done++;
      progress(`${String(done).padStart(4)}/${runs.length} ${lineOf(outcome)}`);
    }
  }
  const together = runs.filter(({ situation }) => !situation.isAlone);
  await Promise.all(Array.from({ length: lanes }, () => lane(together)));
  await lane(runs.filter(({ situation }) => situation.isAlone));
  return outcomes;
}

async function attempt({ collector, situation, client, isSameOrigin }) {
  const named = { collector: collector.name, situation: situation.name, isSameOrigin };
  try {
    return { ...named, ...(await perform({ collector, situation, client, isSameOrigin })) };
  } catch (error) {
    return { ...named, error: error.message };
  }
}

function lineOf({
  collector,
  situation,
  isSameOrigin,
  error,
  lost,
  doubled,
  doubledRaw,
  requests,
  seconds,
  notes,
}) {
  const head = `${collector.padEnd(12)} ${situation.padEnd(30)} ${isSameOrigin ? 'same ' : 'cross'}`;
  if (error) return `${head} failed: ${error}`;
  const extra = notes ? ` ${JSON.stringify(notes)}` : '';
  return `${head} lost ${lost}, doubled ${doubled} (raw ${doubledRaw}), ${requests} requests, ${seconds.toFixed(1)} s${extra}`;
}

function sumUp(collector, situation, own) {
  const fine = own.filter(({ error }) => !error);
  const worst = (key) => Math.max(0, ...fine.map((outcome) => outcome[key]));
  const mean = (key) => fine.reduce((sum, outcome) => sum + outcome[key], 0) / Math.max(1, fine.length);
  return {
    collector: collector.name,
    situation: situation.name,
    isMeasured: situation.isMeasured ?? false,
    reps: own.length,
    /** The worst repetition counts. */
    lost: worst('lost'),
    lostMean: Number(mean('lost').toFixed(1)),
    doubled: worst('doubled'),
    doubledRaw: worst('doubledRaw'),
    requests: Number(mean('requests').toFixed(1)),
    ...(fine.some(({ notes }) => notes) && { notes: fine.map(({ notes }) => notes) }),
    errors: own.flatMap(({ error }) => error ?? []),
  };
}
