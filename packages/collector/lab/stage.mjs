// One run: a situation played with one collector in a browser of its own, and what the endpoint had in the end.
import { createProfile, startBrowser } from './browser-process.mjs';
import { createPages } from './pages.mjs';
import { startReceiver } from './receiver.mjs';

/** Events in every run. */
export const EVENTS = 200;

const POLL = 50;
/** With everything there, this long without a request shows that no doubles follow. */
const CALM = 700;
/** With something missing, this long without a sign of life means that it will not come. Some wait 10 s for a tab that died. */
const SILENCE = 16_000;
const LONGEST = 60_000;
const DEADLINE = 180_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Plays one situation and counts. `isSameOrigin` puts the endpoint on the page's own origin. */
export async function perform({ situation, collector, client, isSameOrigin }) {
  const pages = createPages({ client, trouble: situation.trouble, isStrict: collector.isStrict });
  const receiver = await startReceiver({ collector, pages, isSameOrigin });
  const profile = createProfile(situation.preferences);
  let browser = await startBrowser(profile.dir);
  const began = Date.now();
  const wanted = () => (situation.refused ? EVENTS - situation.refused.length : EVENTS);
  const arrived = () => new Set(receiver.stored.map(({ n }) => n).filter((n) => n > 0)).size;

  const lab = {
    receiver,
    arrived,
    pause,
    get browser() {
      return browser;
    },
    /** A tab with the collector in it, ready to track. */
    async open(path = '') {
      const tab = await browser.open(receiver.page + path);
      if (!path.startsWith('elsewhere')) await tab.evaluate('lab.ready');
      return tab;
    },
    /** Tracks events `from` to `to` in one task. */
    track: (tab, from = 1, to = EVENTS) => tab.evaluate(`lab.track(${from}, ${to})`),
    async restart() {
      await browser.kill();
      browser = await startBrowser(profile.dir);
    },
    /** Waits until something is so, at most `limit` milliseconds; says whether it came to be. */
    async until(isSo, limit = LONGEST) {
      const end = Date.now() + limit;
      while (!isSo()) {
        if (Date.now() > end) return false;
        await pause(POLL);
      }
      return true;
    },
    /** Waits until all events are there and no more requests come, or nothing has come for long. */
    async settle() {
      const end = Date.now() + LONGEST;
      const calm = () => (arrived() >= wanted() ? CALM : SILENCE);
      const start = Date.now();
      while (Date.now() - Math.max(start, receiver.lastNews()) < calm() && Date.now() < end)
        await pause(POLL);
    },
    /**
     * The person comes back while all is well (or while only `fault` is left) and does one thing, which some collectors
     * need to look at what they kept; this ends every situation.
     */
    async lastVisit(fault = null) {
      receiver.fault = fault;
      receiver.release();
      await receiver.up();
      const tab = await lab.open();
      await lab.track(tab, 0, 0);
      await lab.settle();
      return tab;
    },
  };
  try {
    const notes = await inTime(situation.play(lab));
    return {
      ...tally(receiver, situation),
      notes,
      seconds: (Date.now() - began) / 1000,
      browser: browser.version,
    };
  } finally {
    await browser.close().catch(() => {});
    await receiver.close();
    profile.remove();
  }
}

/** A run that hangs fails instead of holding up the others. */
async function inTime(play) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The run took more than ${DEADLINE} ms`)), DEADLINE);
  });
  play.catch(() => {});
  return Promise.race([play, late]).finally(() => clearTimeout(timer));
}

/**
 * Counts what is missing, what came twice, and what came twice under different ids.
 * @param {{ stored: { n: number, id: string }[], requests: unknown[] }} receiver
 * @param {{ refused?: number[], isMeasured?: boolean }} situation
 */
export function tally({ stored, requests }, { refused = [], isMeasured = false }) {
  const ids = new Map();
  for (const { n, id } of stored) {
    if (!ids.has(n)) ids.set(n, new Set());
    ids.get(n).add(id);
  }
  let lost = 0;
  let doubled = 0;
  for (let n = 1; n <= EVENTS && !isMeasured; n++) {
    const known = ids.get(n);
    if (!known && !refused.includes(n)) lost++;
    doubled += Math.max(0, (known?.size ?? 0) - 1);
  }
  return { lost, doubled, doubledRaw: stored.length - ids.size, requests: requests.length };
}
