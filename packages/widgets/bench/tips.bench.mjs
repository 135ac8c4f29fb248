// What tips cost a page: from the start to the first painted step against driver.js in the same run, the longest time they
// take of a frame while much is inserted into a large page, and what a step that shows costs a frame.
import { join } from 'node:path';
import { bundle, bundleLibrary } from '../lab/bundles.mjs';
import { loadLibraries } from '../lab/cells.mjs';
import { observe } from '../lab/observer.mjs';
import { startPages } from '../lab/pages.mjs';
import { launchLab } from '../lab/stage.mjs';
import { meterWork } from './work-meter.mjs';

const SLOWDOWN = 4;
const NODES = 20_000;
const WAITING = 50;
const INSERTED = 2_000;
/** Inserted all at once, or so many in each frame. */
const PORTIONS = [INSERTED, 100];
const FRAMES = 300;

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];

/** Rows of `{ what, value, unit, ratio?, versus? }`; a ratio says how many times ours the peer's figure is. */
export async function bench({ quick = false } = {}) {
  const browser = await launchLab();
  try {
    return [...(await starts(browser, quick ? 3 : 15)), ...(await works(browser, quick ? 1 : 5))];
  } finally {
    await browser.close();
  }
}

/** A page with scripts in it, and what is looked at before they run. */
async function withPage(browser, { situation = {}, scripts, library, isMetered = false }, use) {
  const server = await startPages({
    situation,
    scripts,
    isStrict: library.name === 'waymark',
    isIsolated: true,
  });
  const context = await browser.newContext({ viewport: { width: 1_000, height: 700 } });
  try {
    const { mine, box, next, close } = library;
    if (isMetered) await context.addInitScript({ content: `(${meterWork})()` });
    await context.addInitScript({ content: `(${observe})(${JSON.stringify({ mine, box, next, close })})` });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => window.tips !== undefined);
    return await use(page);
  } finally {
    await context.close();
    await server.close();
  }
}

/** Starts a tour and says after how many milliseconds its step was painted. */
const START = `async (id) => {
  const began = performance.now();
  const steps = ['save', 'share'].map((name) => ({
    id: name, name, chain: ['[data-waymark="' + name + '"]'], title: 'Part ' + name, text: 'Lab step ' + name + ': what it is for.',
  }));
  window.tips[0].start({ steps, backdrop: true, id });
  for (;;) {
    await new Promise(requestAnimationFrame);
    const seen = window.__lab.step('Lab step save', steps[0].chain);
    if (seen.copies === 1 && seen.opacity > 0.02 && seen.box.width > 60) break;
  }
  // A message that is sent in a frame arrives once that frame is painted.
  await new Promise((painted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = painted;
    port2.postMessage(null);
  });
  const took = performance.now() - began;
  await window.tips[0].stop();
  await new Promise((rested) => setTimeout(rested, 600));
  return took;
}`;

async function starts(browser, rounds) {
  const libraries = (await loadLibraries()).filter(({ name }) => ['waymark', 'driver'].includes(name));
  const made = [];
  for (const library of libraries)
    made.push({ library, scripts: await bundleLibrary(library), times: [[], []] });
  for (let round = 0; round < rounds; round++) {
    // Turn and turn about, so that a slow moment of the machine is nobody's alone.
    for (const { library, scripts, times } of made) {
      await withPage(browser, { library, scripts }, async (page) => {
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
        for (const [turn, id] of ['first', 'again'].entries())
          times[turn].push(await page.evaluate(`(${START})('${id}')`));
      });
    }
  }
  return ['first time', 'again'].flatMap((kind, turn) => {
    const [own] = made.map(({ times }) => at(times[turn], 0.5));
    return made.map(({ library, times }) => {
      const value = at(times[turn], 0.5);
      return {
        what: `start to first painted step, ${kind}, ${library.npm}`,
        value,
        unit: 'ms',
        ...(library.name !== 'waymark' && { ratio: value / own, versus: 'ours' }),
      };
    });
  });
}

/** A page of its own kind: campaigns that wait for what is not there, and one that can be shown. */
const WORK = (file) => `
  import { startTips } from ${JSON.stringify(file)};
  const text = [{ kind: 'paragraph', of: [{ kind: 'text', text: 'Lab step one' }] }];
  const delivery = (campaignId, channel, anchor, trigger) => ({
    campaignId, version: 1, arm: null, channel, language: null, triggers: [trigger], placement: { anchor },
    content: { kind: 'tooltip', title: 'Part', blocks: [{ kind: 'text', text }] }, snooze: 24, limits: [],
  });
  const kinds = [
    (i) => [{ name: 'missing-' + i }, { kind: 'load' }],
    (i) => [{ chain: ['main .card-' + i + ' > button:last-child'], text: 'Save', role: 'button' }, { kind: 'load' }],
    (i) => [{ name: 'missing-' + i }, { kind: 'visible', anchor: { name: 'seen-' + i } }],
    (i) => [{ chain: ['x-app', '.card-' + i] }, { kind: 'load' }],
    (i) => [{ name: 'missing-' + i }, { kind: 'clicked', anchor: { chain: ['nav li:nth-child(' + (i + 9) + ') a'] } }],
  ];
  const waiting = Array.from({ length: ${WAITING} }, (_, i) =>
    delivery('wait-' + i, i % 2 ? 'ambient' : 'interrupt', ...kinds[i % kinds.length](i)));
  const shown = delivery('shown', 'interrupt', { name: 'save' }, { kind: 'load' });
  window.tips = [{
    start(which) {
      const campaigns = { deliveries: which === 'waiting' ? waiting : [shown], standby: [], allowances: {} };
      const snapshot = { position: '1', user: { id: 'p', name: 'P' }, company: { id: 'c', name: 'C' }, growth: 0, level: 0, levels: [], campaigns };
      const view = { snapshot, growth: 0, level: 0, pending: [], connection: 'live', problem: null, waiting: 0 };
      const client = {
        view: { get: () => view, subscribe: (listener) => { listener(view); return () => {}; } },
        track() {}, claim: async () => true, prefer: async () => {}, retry() {},
      };
      this.stop = startTips({ client, theme: 'light' }).dispose;
    },
  }];`;

const BUILD = `(count) => {
  const part = document.createDocumentFragment();
  for (let i = 0; i < count; i += 4) {
    const card = document.createElement('div');
    card.className = 'card card-none';
    const row = document.createElement('p');
    const button = document.createElement('button');
    button.textContent = 'Save';
    row.append(document.createElement('span'), button);
    card.append(row);
    part.append(card);
  }
  return part;
}`;

async function works(browser, rounds) {
  const [library] = await loadLibraries();
  const scripts = await bundle(WORK(join(import.meta.dirname, '../dist/tips/index.js')));
  const given = { library, scripts, isMetered: true };
  const longest = PORTIONS.map(() => []);
  const shown = [];
  for (let round = 0; round < rounds; round++) {
    for (const [i, portion] of PORTIONS.entries())
      longest[i].push(await withPage(browser, given, (page) => whileInserting(page, portion)));
    shown.push(await withPage(browser, given, (page) => whileShowing(page)));
  }
  return [
    ...PORTIONS.map((portion, i) => ({
      what: `longest of ours in a frame, ${WAITING} wait, ${INSERTED} nodes in ${INSERTED / portion > 1 ? `portions of ${portion}` : 'one go'}`,
      // Whatever else the machine does makes it longer, and nothing makes it shorter: the calmest round is the truest.
      value: Math.min(...longest[i]),
      unit: 'ms',
    })),
    { what: 'a step that shows, a frame', value: Math.min(...shown), unit: 'ms' },
  ];
}

/** The longest time of ours in a frame, in milliseconds, and none of the page's. */
function whileInserting(page, portion) {
  return page.evaluate(`(async () => {
    const build = ${BUILD};
    const frame = () => new Promise(meter.frameOf);
    const main = document.querySelector('main');
    main.append(build(${NODES}));
    window.tips[0].start('waiting');
    // Its first look at a page of this size is over.
    for (let i = 0; i < 90; i++) await frame();
    meter.isOn = true;
    for (let rest = ${INSERTED}; rest > 0; rest -= ${portion}) {
      main.prepend(build(${portion}));
      await frame();
    }
    for (let i = 0; i < 90; i++) await frame();
    return Math.max(...meter.frames);
  })()`);
}

/** What a step costs a frame on average, on a page that draws every frame. */
function whileShowing(page) {
  return page.evaluate(`(async () => {
    const frame = () => new Promise(meter.frameOf);
    window.tips[0].start('shown');
    while (window.__lab.step('Lab step one', ['[data-waymark="save"]']).copies === 0) await frame();
    for (let i = 0; i < 60; i++) await frame();
    meter.isOn = true;
    const mark = document.querySelector('h1');
    for (let i = 0; i < ${FRAMES}; i++) {
      mark.style.opacity = 0.5 + (i % 2) / 10;
      // The page pays for its own change before anybody asks where something is.
      void mark.offsetTop;
      await frame();
    }
    return meter.frames.reduce((sum, spent) => sum + spent, 0) / meter.frames.length;
  })()`);
}
