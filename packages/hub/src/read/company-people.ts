import type { CompanyPeopleView, Localized, Quest } from '@waymark/contracts';
import { addDays, type Contribution, questOf } from '@waymark/engine';
import { sql } from 'kysely';
import type { CompanySteps } from './company-steps.js';
import type { ReadContext } from './context.js';
import { createWornLevels } from './worn-levels.js';

/** Fewer people than this are not told apart: a smaller number shows as 0, a smaller group not at all. */
const SMALLEST_GROUP = 5;
const WEEK = 7;
const FOUR_WEEKS = 28;

/** Reads how the people of a company do, never who. */
export function createCompanyPeople(context: ReadContext, steps: CompanySteps) {
  const { tenant, reader, playbook } = context;
  const levels = createWornLevels(context);

  /** Those for whom something was counted ever and lately, by rule. */
  async function adoption(companyId: string, since: string): Promise<CompanyPeopleView['adoption']> {
    const { rows } = await sql<{ rule_id: string; ever: number; recent: number }>`
      select rule_id, count(distinct user_id) as ever, count(distinct case when day >= ${since} then user_id end) as recent
      from ledger where tenant_id = ${tenant} and company_id = ${companyId} group by rule_id`.execute(
      reader.kysely,
    );
    const found = new Map(rows.map((row) => [row.rule_id, row]));
    return playbook.rules.flatMap(({ id, name }) => {
      const { ever = 0, recent = 0 } = found.get(id) ?? {};
      return ever < SMALLEST_GROUP ? [] : [{ ruleId: id, name, ever, recent: told(recent) }];
    });
  }

  return async (companyId: string, day: string): Promise<CompanyPeopleView | null> => {
    const byLevel = await levels.counts(companyId);
    const total = byLevel.reduce((sum, people) => sum + people, 0);
    if (total < SMALLEST_GROUP) return null;
    const activeSince = async (since: string): Promise<number> => {
      const { rows } = await sql<{ people: number }>`
        select count(*) as people from members
        where tenant_id = ${tenant} and company_id = ${companyId} and substr(last_seen, 1, 10) >= ${since}`.execute(
        reader.kysely,
      );
      return told(rows[0]?.people ?? 0);
    };
    const contributions = await steps.of(companyId);
    return {
      total,
      active7: await activeSince(addDays(day, 1 - WEEK)),
      active28: await activeSince(addDays(day, 1 - FOUR_WEEKS)),
      byLevel: byLevel.map(told),
      adoption: await adoption(companyId, addDays(day, 1 - FOUR_WEEKS)),
      stuck: (playbook.quests ?? []).flatMap((quest) =>
        stuckAt(quest, contributions.get(quest.id) ?? [], day),
      ),
    };
  };
}

function told(people: number): number {
  return people < SMALLEST_GROUP ? 0 : people;
}

/** The step at which most of those wait who have begun a quest and not done it. */
function stuckAt(
  quest: Quest,
  contributions: readonly Contribution[],
  day: string,
): CompanyPeopleView['stuck'] {
  if (quest.by === 'company') return [];
  const waiting = new Map<Localized, number>();
  for (const contribution of contributions) {
    const { state, steps } = questOf(quest, [contribution], day);
    const step = steps.find(({ done }) => !done);
    if (state !== 'open' || step === undefined || steps.every(({ progress }) => progress === 0)) continue;
    waiting.set(step.name, (waiting.get(step.name) ?? 0) + 1);
  }
  const [most] = [...waiting].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < SMALLEST_GROUP) return [];
  return [{ questId: quest.id, name: quest.name, step: most[0], people: most[1] }];
}
