import type { Playbook } from '@waymark/contracts';
import { compareFolds, type Fact, lintPlaybook, tallyPoints } from '@waymark/engine';
import type { Simulation } from './report.js';

/** Folds the same facts under the live playbook and under a draft, and compares. Changes nothing anywhere. */
export function simulate(facts: readonly Fact[], live: Playbook, draft: Playbook): Simulation {
  const under = tallyPoints(draft, facts);
  const days = facts.map(({ day }) => day).sort();
  return {
    events: facts.length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    live: { id: live.id, version: live.version },
    draft: { id: draft.id, version: draft.version },
    comparison: compareFolds(tallyPoints(live, facts), under),
    findings: lintPlaybook(draft, {
      events: new Set(facts.map(({ event }) => event)),
      points: under.rules,
    }),
  };
}
