// The lab of real-page situations: `node packages/widgets/lab/run.mjs [--only situation] [--peers] [--json]`.
// Plays every situation in real Chromium, prints a table, and after a full run saves results.json, from which the README's
// table is made. With `--json` the last line is `{"waymark":{"passed":n,"total":n},…}`. `--peers` fetches and runs the other
// libraries, too, `--library NAME` plays one of them, `--reps N` plays everything so often (the worst counts), `--lanes N` so
// many at once, `--save` saves a run that is not a full one.
import { parseArgs } from 'node:util';
import { runLab, scoresOf } from './lab.mjs';
import { saveResults } from './results.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    reps: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    library: { type: 'string', multiple: true },
    peers: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '2' },
    save: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const results = await runLab({
  reps: Number(values.reps),
  only: values.only,
  libraries: values.library,
  peers: values.peers,
  lanes: Number(values.lanes),
  progress: (line) => console.error(line),
});
if (values.save || (values.peers && !values.only && !values.library)) saveResults(results);
console.log(values.json ? JSON.stringify(scoresOf(results)) : tableOf(results));
if (results.cells.some(({ library, passed }) => library === 'waymark' && !passed)) process.exitCode = 1;
