// The fault lab: `node packages/collector/lab/run.mjs [--reps N] [--only situation] [--peers] [--json]`.
// Plays every situation in real Chromium, counts what was lost or doubled, prints a table, and after a full run saves
// results.json, from which the README's table is made. `--peer-reps N` (default 3) repeats the peers less often,
// `--collector NAME` plays one of them, `--save` saves a run that is not a full one, `--entry FILE` takes the collector
// from another file than dist/, `--lanes N` plays so many at once.
import { parseArgs } from 'node:util';
import { runLab } from './lab.mjs';
import { saveResults } from './results.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    reps: { type: 'string', default: '1' },
    'peer-reps': { type: 'string' },
    only: { type: 'string', multiple: true },
    collector: { type: 'string', multiple: true },
    peers: { type: 'boolean', default: false },
    entry: { type: 'string' },
    lanes: { type: 'string', default: '4' },
    save: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const reps = Number(values.reps);
const results = await runLab({
  reps,
  peerReps: Number(values['peer-reps'] ?? Math.min(reps, 3)),
  only: values.only,
  collectors: values.collector,
  peers: values.peers,
  lanes: Number(values.lanes),
  entry: values.entry,
  progress: (line) => console.error(line),
});
if (values.save || (values.peers && !values.only && !values.collector)) saveResults(results);
console.log(values.json ? JSON.stringify(results, null, 1) : tableOf(results));
const ours = results.cells.filter(({ collector }) => collector === 'waymark');
const failed = ours.filter(
  (cell) => !cell.isMeasured && (cell.lost > 0 || cell.doubled > 0 || cell.errors.length > 0),
);
if (failed.length > 0) process.exitCode = 1;
