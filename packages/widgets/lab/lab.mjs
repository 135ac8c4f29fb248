// Plays every situation with every library, several at once, and sums up.

import { bundleLibrary } from './bundles.mjs';
import { loadLibraries, loadSituations, ownVersion } from './cells.mjs';
import { peerVersion } from './peers.mjs';
import { launchLab, perform } from './stage.mjs';

/** Plays what is asked for and returns `{ browser, date, situations, libraries, cells }`. */
export async function runLab({ only, libraries, peers = false, lanes = 2, reps = 1, progress = () => {} }) {
  const situations = (await loadSituations()).filter(({ name }) => !only || only.includes(name));
  if (situations.length === 0) throw new Error(`Expected \`--only\` to name situations, got ${only}.`);
  const chosen = (await loadLibraries()).filter(({ name }) =>
    libraries ? libraries.includes(name) : peers || name === 'waymark',
  );
  const scripts = new Map();
  for (const library of chosen) scripts.set(library, await bundleLibrary(library));
  const runs = chosen.flatMap((library) =>
    situations
      .filter(({ oursOnly }) => !oursOnly || library.name === 'waymark')
      .flatMap((situation) =>
        Array.from({ length: reps }, () => ({ library, situation, scripts: scripts.get(library) })),
      ),
  );
  const browser = await launchLab();
  try {
    const outcomes = await inLanes(runs, lanes, browser, progress);
    return {
      browser: browser.version(),
      date: new Date().toISOString().slice(0, 10),
      situations: situations.map(({ name, title, oursOnly = false }) => ({ name, title, oursOnly })),
      libraries: chosen.map(({ name, npm }) => ({
        name,
        npm,
        version: name === 'waymark' ? ownVersion() : peerVersion(npm),
      })),
      cells: chosen.flatMap((library) =>
        situations.flatMap((situation) => {
          const own = outcomes.filter(
            (outcome) => outcome.library === library.name && outcome.situation === situation.name,
          );
          return own.length > 0 ? [sumUp(library, situation, own)] : [];
        }),
      ),
    };
  } finally {
    await browser.close();
  }
}

async function inLanes(runs, lanes, browser, progress) {
  const outcomes = [];
  const queue = [...runs];
  async function lane() {
    for (let run = queue.shift(); run; run = queue.shift()) {
      const { library, situation } = run;
      const outcome = await perform({ ...run, browser }).catch((error) => ({
        failures: [{ criterion: 'run broke', saw: error.message }],
        axe: null,
        seconds: 0,
      }));
      outcomes.push({ library: library.name, situation: situation.name, ...outcome });
      const verdict =
        outcome.failures.map(({ criterion, saw }) => `${criterion} (${saw})`).join('; ') || 'passed';
      progress(
        `${String(outcomes.length).padStart(4)}/${runs.length} ${library.name.padEnd(9)} ${situation.name.padEnd(24)} ${outcome.seconds.toFixed(1)} s ${verdict.slice(0, 600)}${outcome.axe?.length ? ` axe: ${outcome.axe}` : ''}`,
      );
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** The worst repetition counts. */
function sumUp(library, situation, own) {
  const worst = own.reduce((a, b) => (b.failures.length > a.failures.length ? b : a));
  const axe = own.flatMap((outcome) => outcome.axe ?? []);
  return {
    library: library.name,
    situation: situation.name,
    reps: own.length,
    passed: worst.failures.length === 0,
    failed: worst.failures.map(({ criterion }) => criterion),
    ...(own.some((outcome) => outcome.axe) && { axe: [...new Set(axe)] }),
  };
}

/** `{ passed, total, axe }` by library, over what every library is measured by; ours has its own situations apart. */
export function scoresOf({ libraries, situations, cells }) {
  const isShared = new Set(situations.filter(({ oursOnly }) => !oursOnly).map(({ name }) => name));
  const count = (list) => ({ passed: list.filter(({ passed }) => passed).length, total: list.length });
  return Object.fromEntries(
    libraries.map(({ name }) => {
      const own = cells.filter(({ library }) => library === name);
      const shared = own.filter(({ situation }) => isShared.has(situation));
      return [
        name,
        {
          ...count(own),
          shared: count(shared),
          axe: new Set(own.flatMap(({ axe }) => axe ?? [])).size,
        },
      ];
    }),
  );
}
