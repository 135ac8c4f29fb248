// Prints the lab's results as a Markdown table: `node packages/collector/lab/table.mjs` reads results.json.
import { readResults } from './results.mjs';

/** Lost events of 200 by situation and collector, the worst repetition each; doubles after dedupe as `+n`. */
export function tableOf({ browser, date, events, situations, collectors, cells }) {
  const cellOf = (situation, collector) =>
    cells.find((cell) => cell.situation === situation.name && cell.collector === collector.name);
  const rows = situations.map((situation) => [
    situation.title,
    ...collectors.map((collector) => textOf(cellOf(situation, collector), events)),
  ]);
  const repsOf = (isOurs) =>
    Math.max(
      ...cells.filter(({ collector }) => (collector === 'waymark') === isOurs).map(({ reps }) => reps),
      0,
    );
  const lines = [
    ['Lost of 200', ...collectors.map(({ npm, version }) => `${npm}${version ? ` ${version}` : ''}`)],
    ['---', ...collectors.map(() => '--:')],
    ['_what it weighs, brotli_', ...collectors.map(({ bytes }) => `${(bytes / 1_000).toFixed(1)} kB`)],
    ...rows,
  ].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n\n${browser}, ${date}, ${events} events a run, ${repsOf(true)} times each (peers ${repsOf(false)}); the worst repetition counts.`;
}

function textOf(cell, events) {
  if (!cell) return '–';
  if (cell.errors.length === cell.reps) return 'failed';
  if (cell.isMeasured) return `${survivalOf(cell.notes, events)} (${cell.reps} times)`;
  const doubled = cell.doubled > 0 ? ` +${cell.doubled} doubled` : '';
  return `${cell.lost}${doubled}`;
}

/** From which delay on all events survived the kill in every repetition. */
function survivalOf(notes, events) {
  const delays = Object.keys(notes[0].survived)
    .map(Number)
    .sort((a, b) => b - a);
  const unsafe = delays.find((delay) => notes.some(({ survived }) => survived[delay] < events));
  const safe = delays.filter((delay) => unsafe === undefined || delay > unsafe).at(-1);
  return safe === undefined ? 'none survive' : safe < 0 ? 'all survive' : `all survive from ${safe} ms on`;
}

if (process.argv[1]?.endsWith('table.mjs')) console.log(tableOf(readResults()));
