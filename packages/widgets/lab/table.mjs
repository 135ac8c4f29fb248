// Prints the lab's results as a Markdown table: `node packages/widgets/lab/table.mjs` reads results.json; `--write` puts it
// into the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoresOf } from './lab.mjs';
import { readResults } from './results.mjs';

/** By situation and library: passed, or the first thing that was wrong. */
export function tableOf(results) {
  const { browser, date, situations, libraries, cells } = results;
  const cellOf = (situation, library) =>
    cells.find((cell) => cell.situation === situation.name && cell.library === library.name);
  const scores = scoresOf(results);
  const part = (isOurs) => situations.filter(({ oursOnly }) => oursOnly === isOurs);
  const rowsOf = (list) =>
    list.map((situation) => [
      situation.title,
      ...libraries.map((library) => textOf(cellOf(situation, library))),
    ]);
  const lines = [
    ['', ...libraries.map(({ npm, version }) => `${npm} ${version}`)],
    ['---', ...libraries.map(() => '---')],
    [
      `_passed of ${part(false).length}_`,
      ...libraries.map(({ name }) => `**${scores[name].shared.passed}**`),
    ],
    ['_rules of axe broken_', ...libraries.map(({ name }) => String(scores[name].axe))],
    ...rowsOf(part(false)),
    ...rowsOf(part(true)),
  ].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n\nChromium ${browser}, ${date}; \`–\`: makes sense for ours alone.`;
}

function textOf(cell) {
  if (!cell) return '–';
  return cell.passed ? '✓' : cell.failed[0];
}

/** The README's text with the table of these results in it. */
export function withTable(text, results) {
  return text.replace(
    /(<!-- situations -->\n)[\s\S]*?(<!-- \/situations -->)/,
    (_, before, after) => `${before}\n${tableOf(results)}\n\n${after}`,
  );
}

if (process.argv[1]?.endsWith('table.mjs')) {
  const results = readResults();
  console.log(tableOf(results));
  const readme = join(import.meta.dirname, '../README.md');
  if (process.argv.includes('--write'))
    writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), results));
}
