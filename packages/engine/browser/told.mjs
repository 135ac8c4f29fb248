// Runs twice: here, and as it stands in the browser. So it imports nothing, and is handed the engine.

/**
 * Folds cases and tells all of each in one text: what every fact brought and how the ledger has it, all state, and what
 * a prediction that begins with the first half would say of the rest.
 *
 * @param engine what `@waymark/engine` and `@waymark/engine/prediction` export
 * @param batch `{ playbooks, cases: [{ playbook, facts: [{ event, stamp }] }] }`; a case names its playbook by index
 * @returns {string[]}
 */
export function told(engine, { playbooks, cases }) {
  const programs = playbooks.map(engine.compilePlaybook);
  return cases.map(({ playbook, facts }) => {
    const program = programs[playbook];
    const stamped = facts.map(({ event, stamp }) => engine.stampFact(event, stamp));
    return [...ledgerOf(engine, program, stamped), ...foretold(engine, program, stamped)].join('\n');
  });
}

function ledgerOf(engine, program, facts) {
  const { playbook } = program;
  const folding = engine.createFold(program);
  const lines = facts.map((fact) => {
    const awards = folding.push(fact);
    const entries = awards
      .filter(({ kind }) => kind === 'points')
      .map((award) =>
        engine.ledgerEntry(award, fact, { name: engine.ledgerName(playbook, award.ruleId) ?? '' }),
      );
    return JSON.stringify([fact.day, awards, entries]);
  });
  const members = [...folding.members()].map(
    ({ companyId, userId, cells }) => `${companyId}/${userId} ${engine.canonicalCells(cells)}`,
  );
  return [...lines, ...members.sort()];
}

/** As for one member, whoever the facts are of. */
function foretold(engine, program, facts) {
  const day = facts.at(-1)?.day;
  if (day === undefined) return [];
  const half = facts.length / 2;
  let confirmed = {};
  for (const fact of facts.slice(0, half)) confirmed = engine.apply(confirmed, fact, program).state;
  const { playbook } = program;
  const cells = engine.predictionBasis(confirmed, day, playbook);
  const prediction = engine.createPrediction({ playbook, cells });
  const said = facts.slice(half).map((fact) => prediction.predict(fact));
  return [JSON.stringify([said, prediction.entries(), prediction.growth(), prediction.level()])];
}
