// How long a person waits from the click on the launcher to the painted user center with data at hand, in Chromium
// slowed down four times: the first time, and every further time.
import { fileURLToPath } from 'node:url';
import terser from '@rollup/plugin-terser';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';
import { bundle, compileGallery } from '../gallery/bundle.mjs';

const SLOWDOWN = 4;
const STATES = ['home', 'collection'];
const fixtures = fileURLToPath(new URL('../build/gallery/fixtures/', import.meta.url));

/** A page with a launcher that says how long after the click the user center was painted. */
const CODE = `
import { mountLauncher } from '@waymark/widgets/launcher';
import { mountUserCenter } from '@waymark/widgets/user-center';
import { createClient } from '${fixtures}client.js';
import { states } from '${fixtures}states.js';

const state = states[new URLSearchParams(location.search).get('state')];
const client = createClient(state.view);
const times = [];
let center;
const look = { client, locale: 'en', theme: 'light' };
// As the SDK does it: mounted and drawn out of sight when the pointer comes to the launcher, shown when it is pressed.
const turned = (open) => { launcher.setExpanded(open); };
const launcher = mountLauncher({
  ...look,
  onNear: () => {
    center ??= mountUserCenter({
      ...look, tab: state.tab, onOpen: () => turned(true), onClose: () => turned(false),
    });
    center.prepare();
  },
  onPress: () => { center.open(); },
});
addEventListener('click', (event) => {
  requestAnimationFrame(() => {
    // A message that is sent in a frame arrives once that frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => times.push(performance.now() - event.timeStamp);
    port2.postMessage(null);
  });
});
window.bench = { times, isNear: () => center !== undefined, close: () => center.close() };
`;
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><script type="module" src="/bench.js"></script></html>';

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];

/** Rows of `{ what, value, unit }`: the median and the 95th percentile of each kind of opening. */
export async function bench({ quick = false } = {}) {
  compileGallery();
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'bench' ? id : null),
    load: (id) => (id === 'bench' ? CODE : null),
  };
  const code = await bundle('bench', [entry, terser({ module: true })]);
  const server = await servePages({ pages: { '/': PAGE, '/bench.js': code } });
  const browser = await launchBrowser();
  const rows = [];
  try {
    for (const state of STATES) {
      const first = [];
      const again = [];
      for (let round = 0; round < (quick ? 5 : 25); round++) {
        const times = await openTwice(browser, `${server.url}/?state=${state}`);
        first.push(times[0]);
        again.push(times[1]);
      }
      const where = state === 'home' ? 'home' : 'growth, a wall of 30 badges';
      for (const [kind, values] of Object.entries({ 'first time': first, again })) {
        rows.push({
          what: `click to painted, ${where}, ${kind}, median`,
          value: at(values, 0.5),
          unit: 'ms',
        });
        rows.push({ what: `click to painted, ${where}, ${kind}, p95`, value: at(values, 0.95), unit: 'ms' });
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}

async function openTwice(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1_000, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.bench !== undefined);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    for (const count of [1, 2]) {
      // The pointer comes from where the sheet is closed.
      await page.mouse.move(300, 300);
      await page.mouse.move(952, 852);
      await page.waitForFunction(() => window.bench.isNear());
      // Nobody presses in the very moment of arriving.
      await page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 100))),
      );
      await page.mouse.down();
      // No finger is faster: the frame that shows the launcher pressed is long painted when it is let go.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 80)));
      await page.mouse.up();
      await page.waitForFunction((n) => window.bench.times.length === n, count);
      await page.evaluate(() => window.bench.close());
      await page.waitForFunction(() => {
        const hosts = [...document.querySelectorAll('waymark-surface')];
        return hosts.every(({ shadowRoot }) => shadowRoot?.querySelector('.sheet:not(.ready)') === null);
      });
    }
    return await page.evaluate(() => window.bench.times);
  } finally {
    await context.close();
  }
}
