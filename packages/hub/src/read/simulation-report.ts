import type { Playbook, SimulationReport } from '@waymark/contracts';
import { ledgerName } from '@waymark/engine';
import { currencyName, type Simulation } from '../simulate/report.js';
import type { ReadContext } from './context.js';
import { shownName } from './names.js';

/** People and companies told one by one, those that change most first. */
const SHOWN = 100;

/** A simulation as operators see it; of single people nothing where they may see no figures of them. */
export async function simulationReport(
  { playbook, reader, tenant, nameOf }: ReadContext,
  { comparison, findings, ...about }: Simulation,
  draft: Playbook,
): Promise<SimulationReport> {
  const { points, rules, outcomes, currencies, levels, winners, losers, people, companies, isEmpty } =
    comparison;
  const isGuarded = playbook.privacy === 'works-council';
  const shownPeople = isGuarded ? [] : people.slice(0, SHOWN);
  const shownCompanies = companies.slice(0, SHOWN);
  const userNames = await namesOf(
    'users',
    shownPeople.map(({ userId }) => userId),
  );
  const companyNames = await namesOf('companies', [
    ...shownCompanies.map(({ companyId }) => companyId),
    ...shownPeople.map(({ companyId }) => companyId),
  ]);
  return {
    ...about,
    isEmpty,
    points,
    rules: rules.map(({ ruleId, ...row }) => ({
      ...row,
      ruleId,
      name: ledgerName(draft, ruleId) ?? ledgerName(playbook, ruleId) ?? ruleId,
    })),
    outcomes,
    currencies: currencies.map(({ currency, ...row }) => ({
      ...row,
      currency,
      name: currencyName(currency, draft, playbook),
    })),
    levels: levels.map(({ level, ...row }) => ({
      ...row,
      level,
      title: (draft.levels[level] ?? playbook.levels[level])?.title ?? '',
    })),
    winners,
    losers,
    people: shownPeople.map(({ userId, companyId, ...row }) => ({
      ...row,
      userId,
      companyId,
      name: userNames.get(userId) ?? nameOf('user', userId),
      companyName: companyId === '' ? '' : (companyNames.get(companyId) ?? nameOf('company', companyId)),
    })),
    peopleTotal: people.length,
    companies: shownCompanies.map(({ companyId, ...row }) => ({
      ...row,
      companyId,
      name: companyNames.get(companyId) ?? nameOf('company', companyId),
    })),
    companiesTotal: companies.length,
    findings,
  };

  async function namesOf(
    table: 'users' | 'companies',
    ids: readonly string[],
  ): Promise<Map<string, string | null>> {
    if (ids.length === 0) return new Map();
    const id = table === 'users' ? 'user_id' : 'company_id';
    const rows = await reader.kysely
      .selectFrom(table as 'users')
      .select([`${id as 'user_id'} as id`, shownName(table).as('name')])
      .where('tenant_id', '=', tenant)
      .where(id as 'user_id', 'in', [...new Set(ids)])
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
