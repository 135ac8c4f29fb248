import { readFileSync } from 'node:fs';
import type { Batch } from '@waymark/contracts';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';

// The collector in a real Chromium, on pages under the strict policy.

const source = (name: string) => new URL(`../src/${name}.ts`, import.meta.url).pathname;

async function bundle(input: string): Promise<string> {
  const build = await rolldown({
    input,
    resolve: { conditionNames: ['@waymark/source', 'browser', 'import', 'default'] },
  });
  const { output } = await build.generate({ format: 'es', minify: true });
  return output[0].code;
}

const START = `
  import * as kit from '/collector.js';
  window.problems = [];
  window.kit = kit;
  window.collector = kit.createCollector({
    endpoint: '/v1/batch', key: 'demo', context: kit.browserContext,
    onError: (problem) => problems.push(problem), delay: 100, ...window.options,
  });`;
const page = (script: string) =>
  `<!doctype html><title>Reports</title><main><button data-waymark="help.opened" data-waymark-place="top">?</button></main>${script}`;

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;
let tab: Page;
let batches: Batch[] = [];
let faults: string[] = [];
const events = () => batches.flatMap((batch) => batch.events);

beforeAll(async () => {
  const pages = {
    '/': page('<script type="module" src="/start.js"></script>'),
    '/second': page('<script type="module" src="/start.js"></script>'),
    '/bare': page(''),
    '/tag': page(
      '<script src="/early.js"></script><script async src="/script.js" data-key="demo" data-endpoint="/v1/batch" data-capture="pages clicks vitals errors"></script>',
    ),
    '/vitals': page('<script type="module" src="/vitals-start.js"></script>'),
    '/vitals-start.js': `
      import { vitals } from '/vitals.js';
      window.told = [];
      window.undo = vitals({ track: (event, vital) => told.push({ event, ...vital }) });
      document.querySelector('button').addEventListener('click', () => {
        for (const end = performance.now() + 60; performance.now() < end; );
        // Later than half a second after the click, so that it is not the person's doing.
        setTimeout(() => document.body.prepend(document.createElement('h1'), 'news '.repeat(400)), 600);
      });`,
    '/vitals.js': await bundle(source('vitals')),
    '/favicon.ico': '',
    '/sandboxed':
      '<!doctype html><script src="/script.js" data-key="demo" data-endpoint="/v1/batch" data-capture="pages"></script>',
    '/start.js': START,
    '/early.js': "(window.waymarkCollector ??= []).push(['track', 'early', { n: 1 }])",
    '/worker.js': `${START.replaceAll('window.', 'self.').replace('onError: (problem) => problems.push(problem), ', '').replace('context: kit.browserContext,', '')}
      collector.track('from.worker', { n: 1 }); collector.flush().then(async () => postMessage([collector.inspect().waiting, await indexedDB.databases()]));`,
    '/collector.js': await bundle(source('index')),
    '/script.js': readFileSync(new URL('../dist/script/collector.js', import.meta.url), 'utf8'),
  };
  browser = await sharedBrowser();
  server = await servePages({
    pages,
    handle: async (request, response) => {
      const frame = { '/frame': 'src="/"', '/sandbox': 'sandbox="allow-scripts" src="/sandboxed"' }[
        request.url ?? ''
      ];
      if (frame) {
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><iframe ${frame}></iframe>`);
        return true;
      }
      if (request.url !== '/v1/batch') return false;
      let body = '';
      for await (const part of request) body += part;
      batches.push(JSON.parse(body));
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end('{"verdicts":[]}');
      return true;
    },
  });
});
afterAll(async () => {
  await server?.close();
});
beforeEach(async () => {
  batches = [];
  faults = [];
  tab = await (await browser.newContext()).newPage();
  tab.on('console', (message) => faults.push(message.text()));
  tab.on('pageerror', (error) => faults.push(`${error}`));
});
afterEach(async () => {
  await tab.context().close();
  expect(faults).toEqual([]);
});

type Vital = { name: string; value: number; rating: string; navigationType: string };

type Scope = {
  collector: import('../src/index.js').Collector;
  kit: typeof import('../src/index.js');
  problems: import('../src/index.js').Problem[];
  options: object;
};
declare const window: Scope & typeof globalThis;

const open = async (path = '/') => {
  await tab.goto(server.url + path);
  await tab.waitForFunction(() => !!window.collector);
};
const arrived = (count: number) => expect.poll(() => events().length, { timeout: 10_000 }).toBe(count);

describe('by npm import, under the strict policy', () => {
  test('a burst of 25 is one request without a preflight, and nothing is left on the device but who it is', async () => {
    await open();
    const globals = await tab.evaluate(() => {
      const { collector } = window;
      for (let i = 0; i < 25; i++) collector.track('report.exported', { i });
      return Object.keys(window).filter((name) => /waymark/i.test(name));
    });
    await arrived(25);
    expect(batches).toHaveLength(1);
    expect(globals).toEqual([]);
    expect(events()[0]?.context).toMatchObject({ page: { title: 'Reports' }, screen: { width: 1280 } });
    await tab.waitForFunction(() => window.collector.inspect().waiting === 0);
    const keys = await tab.evaluate(() => Object.keys(localStorage));
    expect(keys).toEqual(['waymark-demo/']);
  });

  test('what IndexedDB had no time for before a navigation is there all the same, once an id', async () => {
    await open();
    await tab.evaluate(() => {
      for (let i = 0; i < 120; i++) window.collector.track('x', { i });
      location.href = '/bare';
    });
    await tab.waitForURL('**/bare');
    await open('/second');
    await expect.poll(() => new Set(events().map(({ id }) => id)).size, { timeout: 10_000 }).toBe(120);
    expect(new Set(events().map(({ properties }) => properties?.i)).size).toBe(120);
    await tab.waitForFunction(() => window.collector.inspect().waiting === 0);
  });

  test('most: what went out at the exit does not go out again', async () => {
    await tab.addInitScript(() => {
      window.options = { exit: 'most' };
    });
    await open();
    await tab.evaluate(() => {
      for (let i = 0; i < 20; i++) window.collector.track('x', { i });
      location.href = '/bare';
    });
    await tab.waitForURL('**/bare');
    await arrived(20);
    await open('/second');
    await tab.evaluate(() => window.collector.flush());
    expect(events()).toHaveLength(20);
  });

  test('two collectors on one page keep their events apart', async () => {
    await open();
    await tab.evaluate(async () => {
      const other = window.kit.createCollector({ endpoint: '/v1/batch', key: 'other' });
      other.track('theirs');
      window.collector.track('ours');
      await Promise.all([other.flush(), window.collector.flush()]);
    });
    const byKey = Object.fromEntries(
      batches.map(({ key, events }) => [key, events.map(({ event }) => event)]),
    );
    expect(byKey).toEqual({ demo: ['ours'], other: ['theirs'] });
  });

  test('before consent there is no request, no storage and no database; after it nothing is missing', async () => {
    await tab.addInitScript(() => {
      window.options = { consent: 'pending' };
    });
    await open();
    const before = await tab.evaluate(async () => {
      window.collector.identify('u-1');
      window.collector.track('early');
      await window.collector.flush();
      return { keys: Object.keys(localStorage), databases: await indexedDB.databases() };
    });
    expect(before).toEqual({ keys: [], databases: [] });
    expect(batches).toEqual([]);
    await tab.evaluate(() => window.collector.consent('granted'));
    await arrived(2);
    await tab.evaluate(() => window.collector.consent('denied'));
    const left = () =>
      tab.evaluate(async () => [...Object.keys(localStorage), ...(await indexedDB.databases())]);
    await expect.poll(left, { timeout: 5_000 }).toEqual([]);
  });

  test('a hundred thousand calls in one task leave the page alive and the queue bounded', async () => {
    await tab.addInitScript(() => {
      window.options = { queueEvents: 1_000 };
    });
    await open();
    const waiting = await tab.evaluate(() => {
      for (let i = 0; i < 100_000; i++) window.collector.track('x', { i });
      return window.collector.inspect().waiting;
    });
    expect(waiting).toBeLessThanOrEqual(2_001);
    await tab.waitForFunction(() => window.collector.inspect().waiting === 0, undefined, { timeout: 30_000 });
    const kept = new Set(events().map(({ properties }) => properties?.i));
    expect(kept.has(99_999)).toBe(true);
    const told = batches.reduce((sum, { dropped }) => sum + (dropped?.overflow ?? 0), 0);
    // What was dropped while a request with it was under way is counted, and arrives all the same: at most a queue full.
    expect(told).toBeGreaterThanOrEqual(100_000 - kept.size);
    expect(told).toBeLessThanOrEqual(100_000 - kept.size + 1_000);
  });
});

describe('elsewhere', () => {
  test('by script tag: early calls, pages, clicks, vitals and errors, and one global', async () => {
    await tab.goto(`${server.url}/tag`);
    await tab.waitForFunction(
      () => !Array.isArray((window as never as { waymarkCollector: unknown }).waymarkCollector),
    );
    await tab.click('button');
    await tab.evaluate(() => {
      history.pushState({}, '', '/tag/next');
      setTimeout(() => {
        throw new Error('host is broken');
      });
    });
    await expect.poll(() => faults.length).toBe(1);
    faults = [];
    await tab.goto(`${server.url}/bare`);
    await expect
      .poll(() => events().map(({ event, type }) => event ?? type))
      .toEqual(expect.arrayContaining(['early', 'page', 'help.opened', 'page.error', 'page.vital']));
    const click = events().find(({ event }) => event === 'help.opened');
    expect(click?.properties).toEqual({ place: 'top' });
    expect(events().filter(({ type }) => type === 'page').length).toBeGreaterThan(1);
  });

  test('the vitals of a page are told when it is hidden, and no more once that is undone', async () => {
    await tab.goto(`${server.url}/vitals`);
    await tab.waitForFunction(() => 'told' in window);
    const hide = () =>
      tab.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      });
    const press = async (count: number) => {
      await tab.click('button');
      await tab.waitForFunction((count) => document.querySelectorAll('h1').length === count, count);
    };
    const told = () => tab.evaluate(() => (window as never as { told: Vital[] }).told);
    await press(1);
    await hide();
    await expect
      .poll(async () => (await told()).map(({ name }) => name).sort())
      .toEqual(['CLS', 'INP', 'LCP']);
    const before = await told();
    for (const vital of before)
      expect(vital).toMatchObject({
        event: 'page.vital',
        rating: expect.stringMatching(/^(good|needs-improvement|poor)$/),
      });
    expect(before.find(({ name }) => name === 'CLS')?.value).toBeGreaterThan(0.01);
    await tab.evaluate(() => (window as never as { undo: () => void }).undo());
    await press(2);
    await hide();
    expect(await told()).toEqual(before);
  });

  test('in a web worker', async () => {
    await tab.goto(`${server.url}/bare`);
    const seen = await tab.evaluate(
      () =>
        new Promise((resolve) => {
          new Worker(
            (
              globalThis as never as {
                trustedTypes: {
                  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
                };
              }
            ).trustedTypes
              .createPolicy('test', { createScriptURL: (url: string) => url })
              .createScriptURL('/worker.js'),
            { type: 'module' },
          ).onmessage = ({ data }) => resolve(data);
        }),
    );
    expect(seen).toMatchObject([0, [{ name: 'waymark-demo/-' }]]);
    await arrived(1);
  });

  test('with all storage blocked', async () => {
    await tab.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('Access is denied', 'SecurityError');
          },
        });
      }
    });
    await open();
    await tab.evaluate(() => window.collector.track('x'));
    await arrived(1);
    expect(await tab.evaluate(() => window.problems.map(({ code }) => code))).toEqual(['storage']);
  });

  test('in a frame of the same site', async () => {
    await tab.goto(`${server.url}/frame`);
    const frame = tab.frames()[1];
    await frame?.waitForFunction(() => !!window.collector);
    await frame?.evaluate(() => window.collector.track('framed'));
    await arrived(1);
  });

  test('in a sandboxed frame, which has no storage and no locks', async () => {
    await tab.goto(`${server.url}/sandbox`);
    await arrived(1);
    expect(events()[0]).toMatchObject({ type: 'page' });
  });

  test('without locks, as on plain http', async () => {
    await tab.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await open();
    await tab.evaluate(() => window.collector.track('x'));
    await arrived(1);
  });
});
