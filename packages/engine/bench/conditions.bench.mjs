// A rule's condition over the same events in four engines, each of which has to find the same ones.
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { Query } from 'mingo';
import { compileCondition, stampFact } from '../build/index.js';
import { activity } from './activity.mjs';

const OURS = {
  files: { $gte: 3, $lt: 20 },
  bot: { $ne: true },
  area: { $in: ['area-1', 'area-2', 'area-7'] },
};

/** Each makes a function of an event that tells, perhaps later, whether the event matches. */
const ENGINES = {
  'ours, compiled to closures': () => compileCondition(OURS),
  'mingo, a compiled query': () => {
    const query = new Query({
      'properties.files': OURS.files,
      'properties.bot': OURS.bot,
      'properties.area': OURS.area,
    });
    return (fact) => query.test(fact);
  },
  'json-logic-js': () => {
    const files = { var: 'properties.files' };
    const rule = {
      and: [
        { '>=': [files, 3] },
        { '<': [files, 20] },
        { '!==': [{ var: 'properties.bot' }, true] },
        { in: [{ var: 'properties.area' }, OURS.area.$in] },
      ],
    };
    return (fact) => jsonLogic.apply(rule, fact);
  },
  'json-rules-engine': () => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({
      conditions: {
        all: [
          { fact: 'files', operator: 'greaterThanInclusive', value: 3 },
          { fact: 'files', operator: 'lessThan', value: 20 },
          { fact: 'bot', operator: 'notEqual', value: true },
          { fact: 'area', operator: 'in', value: OURS.area.$in },
        ],
      },
      event: { type: 'matched' },
    });
    return async ({ properties }) => (await engine.run(properties)).events.length > 0;
  },
};

/** Conditions a second, the fastest of several runs; a ratio says how many times as many ours are. */
export async function bench({ quick = false } = {}) {
  const facts = activity(quick ? 4_000 : 20_000).map((event) =>
    stampFact(event, { companyId: event.companyId, role: 'member' }),
  );
  const found = [];
  for (const [name, make] of Object.entries(ENGINES)) {
    const matches = make();
    let best = 0;
    let matched = 0;
    for (let run = 0; run < (quick ? 2 : 5); run++) {
      matched = 0;
      const start = performance.now();
      for (const fact of facts) {
        const answer = matches(fact);
        // Waiting for what is there already would be charged to those that do not ask for it.
        if (typeof answer === 'boolean' ? answer : await answer) matched++;
      }
      best = Math.max(best, (facts.length / (performance.now() - start)) * 1_000);
    }
    found.push({ name, best, matched });
  }
  const [ours, ...peers] = found;
  const other = peers.find(({ matched }) => matched !== ours.matched);
  if (other) throw new Error(`${other.name} matches ${other.matched} events, ours ${ours.matched}.`);
  return found.map(({ name, best }) => ({
    what: `conditions of four comparisons, ${name}`,
    value: best,
    unit: 'events/s',
    ...(name === ours.name ? {} : { ratio: ours.best / best, versus: 'as many by ours' }),
  }));
}
