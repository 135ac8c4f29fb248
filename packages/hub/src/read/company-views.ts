import type { CompanyGrowthView, CompanyPeopleView, QuestView } from '@waymark/contracts';
import { levelAt, questOf } from '@waymark/engine';
import { companyGrowth } from './company-growth.js';
import { createCompanyPeople } from './company-people.js';
import type { CompanySteps } from './company-steps.js';
import type { Member, ReadContext } from './context.js';
import { levelViews } from './playbook-views.js';

/** What is shown to a member of the company as a whole. */
export interface CompanyViews {
  growth(member: Member, role: string | null, day: string): Promise<CompanyGrowthView | null>;
  /** The quests that a company does together, by id. */
  quests(companyId: string, day: string): Promise<ReadonlyMap<string, QuestView>>;
}

/** How long the figures of a company's people are shown before they are counted again, in milliseconds. */
const COUNTED_FOR_MS = 15_000;
const KEPT = 500;

/** Views of companies over the database; how their people do is for some roles alone. */
export function createCompanyViews(
  context: ReadContext,
  steps: CompanySteps,
  { companyRoles }: { readonly companyRoles: readonly string[] },
): CompanyViews {
  const { tenant, reader, playbook } = context;
  const { companyLevels = [], quests = [] } = playbook;
  const levels = levelViews({ ...playbook, levels: companyLevels });
  const paysCompanies =
    companyLevels.length > 0 || playbook.rules.some(({ to }) => to === 'company' || to === 'both');
  const count = createCompanyPeople(context, steps);
  const counted = new Map<
    string,
    { readonly at: number; readonly people: Promise<CompanyPeopleView | null> }
  >();

  function peopleOf(companyId: string, day: string): Promise<CompanyPeopleView | null> {
    const key = `${companyId}\n${day}`;
    const known = counted.get(key);
    const at = performance.now();
    if (known !== undefined && at - known.at < COUNTED_FOR_MS) return known.people;
    if (counted.size >= KEPT) counted.clear();
    const people = count(companyId, day);
    counted.set(key, { at, people });
    people.catch(() => counted.delete(key));
    return people;
  }

  return {
    async growth({ companyId }, role, day) {
      if (companyId === '') return null;
      const people = role !== null && companyRoles.includes(role) ? await peopleOf(companyId, day) : null;
      if (!paysCompanies && people === null) return null;
      const growth = await companyGrowth(reader.kysely, tenant, companyId);
      return { growth, level: levels.length === 0 ? 0 : levelAt(companyLevels, growth), levels, people };
    },
    async quests(companyId, day) {
      const together = quests.filter(({ by }) => by === 'company');
      if (together.length === 0) return new Map();
      const contributions = await steps.of(companyId);
      return new Map(
        together.map((quest) => [quest.id, questOf(quest, contributions.get(quest.id) ?? [], day)]),
      );
    },
  };
}
