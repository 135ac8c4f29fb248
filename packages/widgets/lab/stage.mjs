// One run: a situation played with one library in a context of its own, and what was seen from the outside.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { shortcoming } from './judgement.mjs';
import { observe } from './observer.mjs';
import { startPages } from './pages.mjs';

const VIEWPORT = { width: 1_000, height: 700 };
const POLL = 50;
/** Within this long a step has to be there, or back. */
const SHOWN = 3_000;
/** Within this long a step and its backdrop have to be gone with their target. */
const GONE = 700;
const DEADLINE = 60_000;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const quoted = (value) => JSON.stringify(value);

/** A browser that keeps pages for the way back, as browsers do. */
export const launchLab = () => launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

/** Ends a play early: what follows a step that is not there says nothing. */
class Failed extends Error {}

/** What a tour's steps say, by which they are known on the screen. */
const tokenOf = (id) => `Lab step ${id}`;

/** Steps as every library is given them: whole sentences, a title, a target by its name or by a chain of selectors. */
function stepsOf({ steps = ['save', 'share'] }) {
  const ids = ['one', 'two', 'three', 'four', 'five'];
  return steps.map((step, i) => {
    const { target, chain, ...rest } = typeof step === 'string' ? { target: step } : step;
    const id = ids[i];
    return {
      id,
      name: target,
      chain: chain ?? [`[data-waymark="${target}"]`],
      title: `Part ${id}`,
      text: `${tokenOf(id)}: this is what it is for.`,
      ...rest,
    };
  });
}

/**
 * Plays one situation with one library and tells what was wrong:
 * `{ failures: [{ criterion, saw }], axe: string[] | null, seconds }`.
 */
export async function perform({ situation, library, scripts, browser }) {
  const isStrict = library.name === 'waymark' || situation.isStrict === true;
  const server = await startPages({ situation, scripts, isStrict });
  const context = await browser.newContext({ viewport: VIEWPORT, ...situation.context });
  const { mine, box, next, close } = library;
  await context.addInitScript({ content: `(${observe})(${quoted({ mine, box, next, close })})` });
  if (situation.trouble) await context.addInitScript({ content: situation.trouble });
  const run = { situation, library, server, context, failures: [], errors: [], axe: null };
  const began = Date.now();
  try {
    const tab = await openTab(run, '/');
    await inTime(play(run, tab)).catch((error) => {
      if (!(error instanceof Failed)) run.failures.push({ criterion: 'run broke', saw: error.message });
    });
  } finally {
    await context.close();
    await server.close();
  }
  if (run.errors.length > 0) run.failures.push({ criterion: 'uncaught error', saw: run.errors.join('; ') });
  return { failures: run.failures, axe: run.axe, seconds: (Date.now() - began) / 1_000 };
}

/** The situation itself, and what has to hold after every one: taken back, nothing is left and the page works. */
async function play({ situation, failures }, tab) {
  if (situation.isExamined) await tab.examineAlone();
  try {
    await situation.play(tab);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
  const before = failures.length;
  await tab.stop();
  await tab.isGone('left after its end');
  if (failures.length === before && situation.usable !== false)
    await tab.reaches(situation.usable ?? 'other');
}

/** A run that hangs fails instead of holding up the others. */
async function inTime(played) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${DEADLINE} ms`)), DEADLINE);
  });
  played.catch(() => {});
  return Promise.race([played, late]).finally(() => clearTimeout(timer));
}

/** Opens a tab of the run; what a situation can do and see in it. */
async function openTab(run, path) {
  const { situation, server, context, failures, errors } = run;
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('crash', () => errors.push('the page crashed'));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.enable');
  const steps = stepsOf(situation);
  const stepOf = (id) => steps.find((step) => step.id === id);

  /** Straight to the page, past what it may have done to the platform. */
  async function evaluate(expression) {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  // Not by Playwright's own waiting, which stands on what the page may have broken.
  async function ready() {
    while (!(await evaluate('window.tips?.length > 0').catch(() => false))) await pause(POLL);
  }
  /** What ours has to say for itself when something is wrong. */
  const ownWords = () =>
    run.library.name === 'waymark'
      ? evaluate(`Promise.all((window.ours ?? []).map(async ({ tips, errors, facts }) => {
          const { state, stoppedBy } = await tips.why('lab-tour');
          return { state, stoppedBy, errors, facts: facts.map(({ kind }) => kind) };
        }))`).catch(() => null)
      : null;
  await page.goto(server.url + path);
  await ready();

  const tab = {
    page,
    devtools,
    evaluate,
    pause,
    server,
    isOurs: run.library.name === 'waymark',
    /** Another tab of the same person. */
    open: (to = '/') => openTab(run, to),
    /** What the page breaks by itself is nobody's fault but the lab's. */
    async examineAlone() {
      run.alone = await examine();
    },
    /** Runs a statement of the host page's. */
    host: (statement) => evaluate(`(async () => { ${statement} })()`),
    /** Starts the situation's tour, or another; what it throws is what the page would have had to catch. */
    async start({ goesOn = false, tour = {}, copy = 0 } = {}) {
      const given = { backdrop: situation.backdrop === true, steps, ...tour, goesOn };
      await evaluate(`window.tips[${copy}].start(${quoted(given)})`).catch((error) =>
        errors.push(error.message),
      );
    },
    /** Takes everything back. */
    async stop() {
      await evaluate(
        `Promise.race([Promise.all(window.tips.map((tips) => tips.stop())), new Promise((done) => setTimeout(done, 2000))]).then(() => {})`,
      ).catch((error) => errors.push(error.message));
    },
    /** Waits for the page after one that was left. */
    ready,
    /** Runs a script that leaves the page; resolves when the next one is shown, from the cache or loaded. */
    async leave(statement) {
      const shown = new Promise((resolve) => devtools.once('Page.frameNavigated', resolve));
      devtools.send('Runtime.evaluate', { expression: statement }).catch(() => {});
      await shown;
      await pause(200);
    },
    /** Whether the hub has been told of something; ours only. */
    toldOf: (kind) =>
      evaluate(`window.ours.some(({ facts }) => facts.some((fact) => fact.kind === ${quoted(kind)}))`),
    /** A criterion of the situation's own. */
    check(criterion, isMet, saw) {
      if (!isMet) failures.push({ criterion, saw: typeof saw === 'string' ? saw : quoted(saw) });
      return isMet;
    },
    /** What there is of a step now. */
    look: (id) => evaluate(`window.__lab.step(${quoted(tokenOf(id))}, ${quoted(stepOf(id).chain)})`),
    /** A step has to come to be well shown, and to stay so for a moment; else the play ends here. */
    async sees(id, { within = SHOWN, criterion, ...options } = {}) {
      const end = Date.now() + within;
      let calm = 0;
      let last = null;
      for (;;) {
        const seen = await tab.look(id);
        const fault = shortcoming(seen, last, options);
        last = seen;
        calm = fault ? 0 : calm + 1;
        if (calm >= 3) break;
        if (Date.now() > end && fault) {
          tab.check(criterion ?? fault, false, { ...seen, says: (await ownWords()) ?? undefined });
          throw new Failed(fault);
        }
        await pause(POLL);
      }
      if (situation.isExamined && run.axe === null)
        run.axe = (await examine()).filter((rule) => !run.alone.includes(rule));
    },
    /** A step has to come, wherever: for pages on which nothing rests. */
    async comes(id) {
      const end = Date.now() + SHOWN;
      for (;;) {
        const { copies, opacity } = await tab.look(id);
        if (copies === 1 && opacity > 0.9) return;
        if (Date.now() > end) tab.must('not shown', false, { copies, opacity });
        await pause(POLL);
      }
    },
    /** A step has to stay well shown for a while; a frame or two in twenty may be off. */
    async holds(id, { during = 1_500, share = 0.9, criterion = 'does not follow', ...options } = {}) {
      const end = Date.now() + during;
      const faults = [];
      let looks = 0;
      while (Date.now() < end) {
        const fault = shortcoming(await tab.look(id), null, options);
        if (fault) faults.push(fault);
        looks++;
        await pause(POLL);
      }
      const good = (looks - faults.length) / looks;
      tab.check(criterion, good >= share, `${faults.length} of ${looks}: ${[...new Set(faults)]}`);
    },
    /** Does something to the page; the step and all that goes with it have to be gone soon after. */
    async leavesWith(statement, criterion = 'not gone') {
      const gone = await evaluate(
        `(async () => { ${statement} })().then(() => window.__lab.untilGone(${GONE + 300}))`,
      );
      if (!tab.check(criterion, gone.ms !== null && gone.ms <= GONE, gone)) throw new Failed(criterion);
    },
    /** Nothing of the library may be on the screen, or be so soon. */
    async isGone(criterion = 'not gone') {
      const gone = await evaluate(`window.__lab.untilGone(${GONE})`);
      tab.check(criterion, gone.ms !== null, gone);
    },
    /** A click on an element of the host page's has to reach it. */
    async reaches(name, criterion = 'page blocked') {
      const chain = [`[data-waymark="${name}"], #${name}`];
      const spot = await evaluate(`window.__lab.spot(${quoted(chain)})`);
      if (spot === null) return tab.check(criterion, false, `${name} is not on the screen`);
      const before = await evaluate(`window.host.clicks[${quoted(name)}] ?? 0`);
      await page.mouse.click(spot.x, spot.y);
      const after = await evaluate(`window.host.clicks[${quoted(name)}] ?? 0`);
      return tab.check(criterion, after === before + 1, spot);
    },
    /** Presses a button of a step as a person would. */
    async press(id, which = 'next') {
      const spot = await evaluate(`window.__lab.pressable(${quoted(tokenOf(id))}, ${quoted(which)})`);
      if (!tab.check('no button', spot !== null, `no ${which} in step ${id}`)) throw new Failed('no button');
      await page.mouse.click(spot.x, spot.y);
    },
    remains: () => evaluate('window.__lab.remains()'),
    focus: (id) => evaluate(`window.__lab.focus(${id ? quoted(tokenOf(id)) : 'null'})`),
    /** Ends the play here when something is not so. */
    must(criterion, isMet, saw) {
      if (!tab.check(criterion, isMet, saw)) throw new Failed(criterion);
    },
  };

  /** Names of the rules of axe that the page breaks with a step on it. */
  async function examine() {
    await evaluate(`${AXE};0`);
    const rules = await evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    return rules;
  }
  return tab;
}
