// Measures what a page downloads, in brotli bytes, per entry and holds it to its budget.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify } from './minify.mjs';
import { main, ROOT } from './steps.mjs';

/** Budgets in brotli bytes. An entry without one is reported only. */
export const BUDGETS = {
  loader: 900,
  'sdk core': 9_700,
  collector: 3_400,
  'collector script tag': 5_800,
  launcher: 1_800,
  shared: 5_200,
  'user-center': 4_200,
  sections: 13_200,
  badges: 1_800,
  medals: 4_000,
  company: 2_000,
  league: 1_700,
  preferences: 2_700,
  rewards: 3_900,
  parts: 1_700,
  toast: 2_600,
  tips: 8_100,
  'tips-view': 7_400,
  'tips-why': 1_000,
  preact: 6_000,
  prediction: 5_000,
};

export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The script tag's files by name without hash: loader, core and its chunks. */
function scriptTagSizes() {
  const folder = join(ROOT, 'packages/sdk/dist/script');
  const [version] = readdirSync(join(folder, 'sdk'));
  const files = readdirSync(join(folder, 'sdk', version)).filter((file) => file.endsWith('.js'));
  const sizes = { loader: brotli(readFileSync(join(folder, 'waymark.js'))) };
  for (const file of files) {
    const name = file === 'core.js' ? 'sdk core' : file.replace(/-[\w-]{8}\.js$/, '');
    sizes[name] = brotli(readFileSync(join(folder, 'sdk', version, file)));
  }
  return sizes;
}

/** What a bundler makes of some code with everything it imports, in one minified module. */
export async function bundledSize(code) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? code : null),
  };
  const plugins = [entry, nodeResolve({ browser: true }), minify()];
  const bundle = await rollup({ input: 'entry', plugins, onwarn: () => {} });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return brotli(Buffer.from(output[0].code));
}

/** Of the file for a script tag of the collector alone. */
export const collectorTagSize = () =>
  brotli(readFileSync(join(ROOT, 'packages/collector/dist/script/collector.js')));

const collectorFile = (name) => JSON.stringify(join(ROOT, `packages/collector/build/${name}.js`));

let measured;

/** Every entry's brotli bytes, measured once: `{ loader: 640, … }`. */
export function sizes() {
  measured ??= measure();
  return measured;
}

async function measure() {
  return {
    ...scriptTagSizes(),
    collector: await bundledSize(`export { createCollector } from ${collectorFile('index')}`),
    'collector script tag': collectorTagSize(),
  };
}

/** Sentences about entries over budget. */
function overBudget(found) {
  return Object.entries(BUDGETS).flatMap(([name, budget]) => {
    const bytes = found[name];
    if (bytes === undefined)
      return [
        `${name}: no such entry was built. Run \`npm run build\`, or mend its name in scripts/size.mjs.`,
      ];
    if (bytes <= budget) return [];
    return [
      `${name}: ${bytes} brotli bytes, ${bytes - budget} over its budget of ${budget}. Make it smaller, or argue for a larger budget in scripts/size.mjs.`,
    ];
  });
}

/** Shows every entry beside its budget; throws when one is over it. */
export async function holdToBudgets({ json = false } = {}) {
  if (!existsSync(join(ROOT, 'packages/sdk/dist/script/waymark.js')))
    throw new Error('Nothing is built yet: run `npm run build` first.');
  const found = await sizes();
  const rows = Object.entries(found).map(([name, bytes]) => [
    name,
    { 'brotli bytes': bytes, budget: BUDGETS[name] ?? '' },
  ]);
  if (json) console.log(JSON.stringify(found));
  else console.table(Object.fromEntries(rows));
  const faults = overBudget(found);
  if (faults.length > 0) throw new Error(faults.join('\n  '));
}

if (process.argv[1]?.endsWith('size.mjs'))
  main(() => holdToBudgets({ json: process.argv.includes('--json') }));
