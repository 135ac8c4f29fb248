import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleLibrary } from '../lab/bundles.mjs';
import { loadLibraries, loadSituations } from '../lab/cells.mjs';
import { shortcoming } from '../lab/judgement.mjs';
import { readResults } from '../lab/results.mjs';
import { launchLab, perform } from '../lab/stage.mjs';
import { withTable } from '../lab/table.mjs';

// Every situation of the lab once, with what would be published. The lab itself runs the other libraries, too:
// `npm run lab:tips`.

const situations = await loadSituations();
const [waymark] = await loadLibraries();
let browser: Browser;
let scripts: Record<string, string>;

beforeAll(async () => {
  scripts = await bundleLibrary(waymark);
  browser = await launchLab();
});
afterAll(async () => {
  await browser?.close();
});

// What has to be gone within 700 ms may take longer on a machine at other work: then it is tried again.
describe.concurrent('a step is well shown, or gone', { timeout: 90_000, retry: 1 }, () => {
  for (const situation of situations)
    test(situation.title, async () => {
      const { failures, axe } = await perform({ situation, library: waymark, scripts, browser });
      expect({ failures, axe: axe ?? [] }).toEqual({ failures: [], axe: [] });
    });
});

describe('the lab finds out', () => {
  /** A library that puts one box beside the target and a cover over everything, and follows nothing. */
  const clumsy = { ...waymark, name: 'clumsy', mine: '.clumsy', box: '.clumsy', next: '.go', close: '.go' };
  const code = `
    const draw = (className, style, ...children) => {
      const element = document.createElement('div');
      element.className = className;
      Object.assign(element.style, { position: 'fixed', ...style });
      element.append(...children);
      return document.body.appendChild(element);
    };
    const drawn = [];
    window.tips = [{
      start({ steps: [{ text, chain }], backdrop }) {
        const { left, bottom } = window.__lab.resolve(chain).getBoundingClientRect();
        if (backdrop) drawn.push(draw('clumsy', { inset: 0, background: '#0003' }));
        drawn.push(draw('clumsy', { left: left + 'px', top: bottom + 8 + 'px', width: '200px', background: '#fff' }, text));
      },
      stop() { for (const element of drawn.splice(0)) if (!window.isSticky) element.remove(); },
    }];`;
  const criteriaOf = async (name: string, trouble = '') => {
    const situation = situations.find((one) => one.name === name);
    const run = { situation: { ...situation, trouble }, library: clumsy, scripts: { 'client.js': code } };
    const { failures } = await perform({ ...run, browser });
    return failures.map(({ criterion }) => criterion);
  };

  test('what stays without its target', async () => {
    expect(await criteriaOf('removed-target')).toContain('not gone');
  });

  test('what stays where its target was', async () => {
    expect(await criteriaOf('rerendered-target')).toContain('does not follow');
  });

  test('what lies under a dialog of the page', async () => {
    expect(await criteriaOf('in-modal-dialog')).toContain('buried');
  });

  test('what is left after its end', async () => {
    expect(await criteriaOf('resize', 'window.isSticky = true')).toContain('left after its end');
  });

  test('a page that loses a click, and an error that nobody caught', async () => {
    const deaf =
      "addEventListener('click', (event) => event.stopImmediatePropagation(), true); setTimeout(() => { throw new Error('mine') });";
    const criteria = await criteriaOf('larger-than-screen', deaf);
    expect(criteria).toContain('page blocked');
    expect(criteria).toContain('uncaught error');
  });
});

test('the README has the table of the last full run: `node packages/widgets/lab/table.mjs --write`', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(withTable(text, readResults())).toBe(text);
});

describe('a step', () => {
  const screen = { left: 0, top: 0, right: 1_000, bottom: 700 };
  const seen = {
    copies: 1,
    box: { left: 200, top: 120, right: 500, bottom: 280, width: 300, height: 160 },
    screen,
    target: { left: 220, top: 60, right: 300, bottom: 100 },
    opacity: 1,
    inView: 1,
    distance: 20,
    covers: 0,
    under: null,
  };

  test.each([
    [null, {}],
    ['not shown', { copies: 0 }],
    ['shown twice', { copies: 2 }],
    ['not shown', { opacity: 0.4 }],
    ['off the screen', { inView: 0.9 }],
    ['buried', { under: 'div' }],
    ['without its target', { target: null }],
    ['not at its target', { distance: 60 }],
    ['covers its target', { covers: 0.5 }],
  ])('is %s', (fault, change) => {
    expect(shortcoming({ ...seen, ...change })).toBe(fault);
  });

  test('is near as a sheet on a narrow screen, and on no other', () => {
    const sheet = { left: 8, top: 500, right: 312, bottom: 560, width: 304, height: 60 };
    const narrow = { ...screen, right: 320, bottom: 568 };
    expect(shortcoming({ ...seen, box: sheet, screen: narrow, distance: 300 })).toBe(null);
    expect(shortcoming({ ...seen, box: sheet, distance: 300 })).toBe('not at its target');
  });

  test('has to rest where the page does', () => {
    const moved = { ...seen, box: { ...seen.box, left: 206 } };
    expect(shortcoming(moved, seen)).toBe('does not rest');
  });
});
