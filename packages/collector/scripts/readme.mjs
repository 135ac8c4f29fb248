// Fills in the numbers of the README: sizes from what is built, guarantees from the lab's last full run. `--check` only
// says whether they are today's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledSize, collectorTagSize } from '../../../scripts/size.mjs';
import { readResults } from '../lab/results.mjs';
import { tableOf } from '../lab/table.mjs';

const FOLDER = join(import.meta.dirname, '..');
const FORMATS = ['segment', 'posthog', 'otlp', 'cloudevents', 'snowplow', 'ga4', 'ndjson', 'custom'];
const ENTRIES = ['pages', 'clicks', 'vitals', 'errors'];

const build = (name) => JSON.stringify(join(FOLDER, 'build', `${name}.js`));
const withCore = (names) =>
  bundledSize(`export { ${['createCollector', ...names].join(', ')} } from ${build('index')}`);

let measured;

/** Brotli bytes of everything that can be taken by itself, measured once. */
export function collectorSizes() {
  measured ??= measure();
  return measured;
}

async function measure() {
  const core = await withCore([]);
  const formats = {};
  for (const name of FORMATS) formats[name] = (await withCore([name])) - core;
  const entries = {};
  for (const name of ENTRIES) entries[name] = await bundledSize(`export * from ${build(name)}`);
  return {
    core,
    formats,
    entries,
    all: await withCore(FORMATS),
    script: collectorTagSize(),
  };
}

const kB = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;

export function sizeTable({ core, formats, entries, all, script }) {
  const largest = Math.max(...Object.values(formats));
  return [
    '| brotli | |',
    '| --- | --: |',
    `| \`createCollector\` with the own format, idb-keyval and nanoid in it | ${kB(core)} |`,
    `| each further format | at most ${kB(largest)} |`,
    `| with all nine formats | ${kB(all)} |`,
    ...Object.entries(entries).map(([name, bytes]) => `| \`/${name}\` | ${kB(bytes)} |`),
    `| script tag: all of autocapture, the browser's context | ${kB(script)} |`,
  ].join('\n');
}

/** The README with today's numbers. */
export async function fresh(text) {
  const put = (all, name, made) =>
    all.replace(
      new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
      (_, start, end) => `${start}\n${made}\n\n${end}`,
    );
  const sized = put(text, 'sizes', sizeTable(await collectorSizes()));
  const results = readResults();
  return results ? put(sized, 'guarantees', tableOf(results)) : sized;
}

if (process.argv[1]?.endsWith('readme.mjs')) {
  const path = join(FOLDER, 'README.md');
  const text = readFileSync(path, 'utf8');
  const made = await fresh(text);
  if (process.argv.includes('--check')) {
    if (made !== text)
      throw new Error(
        'packages/collector/README.md has old numbers. Run `node packages/collector/scripts/readme.mjs`.',
      );
  } else writeFileSync(path, made);
}
