// `npm run bench`: runs every package's benchmarks one after another and prints their figures; `--json` for programs,
// `--quick` for a first look, `--only NAME` for one.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { sizes } from './size.mjs';
import { ensureInstalled, main, ROOT } from './steps.mjs';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});

function benchFiles() {
  return readdirSync(join(ROOT, 'packages'))
    .map((name) => join(ROOT, 'packages', name, 'bench'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.bench.mjs'))
        .map((file) => join(folder, file)),
    )
    .filter((file) => values.only === undefined || basename(file).startsWith(values.only));
}

function print(rows) {
  for (const { what, value, unit, ratio, versus } of rows) {
    const figure = `${Number(value.toPrecision(4)).toLocaleString('en')} ${unit}`;
    console.log(
      `  ${what.padEnd(58)} ${figure.padStart(22)}${ratio === undefined ? '' : `  ${ratio.toFixed(2)}x ${versus}`}`,
    );
  }
}

main(async () => {
  await ensureInstalled();
  if (!values.json) await build();
  const results = {};
  for (const file of benchFiles()) {
    const name = basename(file, '.bench.mjs');
    if (!values.json) console.log(`\n▸ ${name}`);
    const { bench } = await import(pathToFileURL(file).href);
    results[name] = await bench({ quick: values.quick === true });
    if (!values.json) print(results[name]);
  }
  if (values.only === undefined) {
    results.sizes = Object.entries(await sizes()).map(([what, value]) => ({
      what,
      value,
      unit: 'bytes (brotli)',
    }));
    if (!values.json) {
      console.log('\n▸ sizes');
      print(results.sizes);
    }
  }
  if (values.json) console.log(JSON.stringify(results));
  process.exit(0);
});
