import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event, Playbook } from '@waymark/contracts';
import * as engine from '@waymark/engine';
import * as prediction from '@waymark/engine/prediction';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';
import { programOf } from '../tests/folding.js';
import { CAUGHT, playbooks, RUNS, retoldLogs } from '../tests/generated.js';
import { told } from './told.mjs';

const DIST = join(import.meta.dirname, '../dist');
const TOLD = join(import.meta.dirname, 'told.mjs');
/** Cases sent at a time: some megabytes of them. The more, the more of them share a playbook that is compiled once. */
const AT_ONCE = 2_500;
/** What is wrong shows soon. */
const FEW = 250;
/** Half a minute of two processors, and more on busy ones. */
const TIMEOUT_MS = 400_000;

interface Batch {
  readonly playbooks: readonly Playbook[];
  readonly cases: readonly { readonly playbook: number; readonly facts: readonly Stamped[] }[];
}
type Stamped = { readonly event: Event; readonly stamp: engine.Stamp };
type Told = (batch: Batch) => Promise<readonly string[]>;

/** What runs in the page: the published files as they are, or with something in them that is usually wrong. */
const ENGINES = {
  published: { folder: 'dist', change: '' },
  /** Days from the clock of the device: https://tc39.es/ecma402/ gives each zone its own. */
  zoned: {
    folder: 'dist',
    change: `(event, stamp) => {
      const fact = engine.stampFact(event, stamp);
      return { ...fact, day: new Intl.DateTimeFormat('sv').format(new Date(fact.timestamp)) };
    }`,
  },
  /** Texts in the order of the person's language, instead of that of their code units. */
  collated: { folder: 'collated', change: '' },
};

function pageOf({ folder, change }: { folder: string; change: string }): string {
  return `import * as engine from '/${folder}/index.js';
    import * as prediction from '/${folder}/prediction.js';
    import { told } from '/told.mjs';
    const all = { ...engine, ...prediction${change && `, stampFact: ${change}`} };
    window.told = (batch) => told(all, batch);`;
}

/** The published files, sorting by language. */
function collated(): Record<string, string> {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  return Object.fromEntries(
    files.map((name) => [
      `/collated/${name}`,
      readFileSync(join(DIST, name), 'utf8').replaceAll('.sort()', '.sort(new Intl.Collator().compare)'),
    ]),
  );
}

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  const pages = Object.entries(ENGINES).flatMap(([name, changed]) => [
    [`/${name}`, `<!doctype html><title>Engine</title><script type="module" src="/${name}.js"></script>`],
    [`/${name}.js`, pageOf(changed)],
  ]);
  server = await servePages({
    pages: { ...Object.fromEntries(pages), ...collated(), '/told.mjs': readFileSync(TOLD, 'utf8') },
    folders: { '/dist/': DIST },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A device far from Greenwich, and in a language with an alphabet of its own. */
async function withEngine<T>(name: keyof typeof ENGINES, use: (told: Told) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ timezoneId: 'Pacific/Chatham', locale: 'et-EE' });
  try {
    const page: Page = await context.newPage();
    await page.goto(`${server.url}/${name}`);
    return await use((batch) =>
      page.evaluate(
        (text) => (window as unknown as { told(batch: Batch): string[] }).told(JSON.parse(text)),
        JSON.stringify(batch),
      ),
    );
  } finally {
    await context.close();
  }
}

/** A playbook and a log in any order, with some of it repeated, and some of it taken back. */
const cases = fc
  .record({ playbook: playbooks, log: retoldLogs, voided: fc.array(fc.nat(29), { maxLength: 2 }) })
  .map(({ playbook, log: [log, retold], voided }) => {
    const voids = voided.flatMap((i) => {
      const target = log[i];
      return target === undefined ? [] : [stampedOf(voidOf(target))];
    });
    return { playbook, facts: [...retold.map(stampedOf), ...voids] };
  });
type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

function voidOf(target: engine.Fact): engine.Fact {
  return {
    ...target,
    id: `v ${target.id}`,
    event: '$void',
    properties: { eventId: target.id },
    source: 'server',
  };
}

function stampedOf({ id, event, userId, timestamp, properties, context, day: _, ...stamp }: engine.Fact) {
  return { event: { id, type: 'track' as const, event, userId, timestamp, properties, context }, stamp };
}

function batchOf(some: readonly Case[]): Batch {
  const all = [...new Set(some.map(({ playbook }) => playbook))];
  const index = new Map(all.map((playbook, i) => [playbook, i]));
  return {
    playbooks: all,
    cases: some.map(({ playbook, facts }) => ({ playbook: index.get(playbook) as number, facts })),
  };
}

const here = (batch: Batch): readonly string[] =>
  told({ ...engine, ...prediction, compilePlaybook: programOf }, batch);

/** Where the first case was drawn of which the browser tells something else; null when there is none. */
async function firstDifference(
  there: Told,
  { numRuns, seed }: { readonly numRuns: number; readonly seed: number },
  atOnce = AT_ONCE,
): Promise<{ readonly seed: number; readonly path: string } | null> {
  for (let start = 0; start < numRuns; start += atOnce) {
    const draw = { seed: seed + start, numRuns: Math.min(atOnce, numRuns - start) };
    const batch = batchOf(fc.sample(cases, draw));
    const answer = there(batch);
    const expected = here(batch);
    const actual = await answer;
    const found = expected.findIndex((text, i) => text !== actual[i]);
    if (found >= 0) return { seed: draw.seed, path: String(found) };
  }
  return null;
}

function tellsTheSame(there: Told) {
  return fc.asyncProperty(cases, async (one) => {
    const batch = batchOf([one]);
    expect(await there(batch)).toEqual(here(batch));
  });
}

describe('the published engine in a browser', () => {
  it(
    'comes to the same bytes of state, ledger and prediction as in Node',
    async () => {
      await withEngine('published', async (there) => {
        const at = await firstDifference(there, { ...RUNS, seed: Date.now() | 0 });
        // A draw has the same path here as in a check: what differs is made as small as can be.
        if (at !== null) await fc.assert(tellsTheSame(there), at);
      });
    },
    TIMEOUT_MS,
  );

  it.each(['zoned', 'collated'] as const)(
    'one that is %s is caught by that',
    async (name) => {
      await withEngine(name, async (there) => {
        expect(await firstDifference(there, CAUGHT, FEW)).not.toBeNull();
      });
    },
    TIMEOUT_MS,
  );
});
