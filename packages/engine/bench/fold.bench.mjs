import {
  advance,
  compileCondition,
  compilePlaybook,
  createFold,
  rankOf,
  sortStandings,
  stampFact,
} from '../build/index.js';
import { activity, playbook } from './activity.mjs';

/** Folded events, conditions and ranks a second on one core: the fastest of several runs, since what others take from the machine isn't ours. */
export async function bench({ quick = false } = {}) {
  const events = activity(quick ? 50_000 : 200_000);
  const facts = events.map((event) => stampFact(event, { companyId: event.companyId, role: 'member' }));
  const program = compilePlaybook(playbook());
  const runs = quick ? 3 : 7;

  const folded = (chosen) =>
    perSecond(runs, facts.length, () => {
      const folding = createFold(chosen);
      for (const fact of facts) folding.push(fact);
    });
  const fold = folded(program);
  const dense = folded(compilePlaybook(playbook({ dense: true })));
  const busiest = facts.slice(0, 10_000).map((fact) => ({ ...fact, userId: 'u_0', companyId: 'c_0' }));
  const single = perSecond(runs, busiest.length, () => {
    const cells = {};
    for (const fact of busiest) advance(cells, fact, program);
  });
  const matches = compileCondition({ files: { $gte: 3, $lt: 20 }, bot: { $ne: true }, $role: 'member' });
  let matched = 0;
  const conditions = perSecond(runs, facts.length, () => {
    for (const fact of facts) if (matches(fact)) matched++;
  });
  const standings = sortStandings(
    Array.from({ length: 100_000 }, (_, i) => ({ userId: `u_${i}`, points: (i * 7_919) % 50_000 })),
  );
  let ranks = 0;
  const ranking = perSecond(runs, 100_000, () => {
    for (let i = 0; i < 100_000; i++) ranks += rankOf(standings, i % 50_000);
  });
  const replayed = quick ? 100_000 : 1_000_000;
  const seconds = replay(replayed, program);
  if (matched === 0 || ranks === 0)
    throw new Error('Expected the conditions to match and the ranks to be found.');
  return [
    {
      what: 'events folded, ten candidate rules each',
      value: fold,
      unit: 'events/s',
      ratio: fold / 200_000,
      versus: 'floor of 200,000',
    },
    { what: 'events folded, five of ten rules matching', value: dense, unit: 'events/s' },
    { what: 'events of one person folded, ten candidate rules each', value: single, unit: 'events/s' },
    {
      what: `a log of ${replayed.toLocaleString('en')} events replayed from its JSON`,
      value: seconds,
      unit: 's',
      ratio: seconds / (15 * (replayed / 1_000_000)),
      versus: 'the limit of 15 s a million',
    },
    { what: 'conditions of four comparisons evaluated', value: conditions, unit: 'conditions/s' },
    { what: 'ranks found among 100,000', value: ranking, unit: 'ranks/s' },
  ];
}

/** Seconds to fold a log from nothing, line by line as it is stored. */
function replay(count, program) {
  const lines = activity(count).map((event) => JSON.stringify(event));
  const folding = createFold(program);
  const start = performance.now();
  for (const line of lines) {
    const event = JSON.parse(line);
    folding.push(stampFact(event, { companyId: event.companyId, role: 'member' }));
  }
  return (performance.now() - start) / 1_000;
}

function perSecond(runs, count, work) {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.round((count / Math.min(...times)) * 1_000);
}
