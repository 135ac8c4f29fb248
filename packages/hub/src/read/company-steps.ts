import type { Cells } from '@waymark/contracts';
import { type Contribution, contributionOf, LIFETIME } from '@waymark/engine';
import type { ReadContext } from './context.js';
import type { Follower } from './follower.js';

/** What each member of a company has done of each quest, by quest id. */
export type Contributions = ReadonlyMap<string, readonly Contribution[]>;

/** Keeps what the people of companies contribute to quests. */
export interface CompanySteps {
  of(companyId: string): Promise<Contributions>;
}

/** Companies kept at once. */
const KEPT = 256;
const PAGE = 2_000;

interface Company {
  readonly members: Map<string, ReadonlyMap<string, Contribution>>;
  readonly touched: Set<string>;
  last: Promise<unknown>;
}

/** Reads a company's members once, and afterwards only those who moved. */
export function createCompanySteps(
  { tenant, reader, playbook }: ReadContext,
  { follow, upToDate }: Follower,
): CompanySteps {
  const quests = playbook.quests ?? [];
  const companies = new Map<string, Company>();
  follow({
    isEmpty: () => companies.size === 0,
    touch: (companyId, userId) => void companies.get(companyId)?.touched.add(userId),
    forget: () => companies.clear(),
  });

  async function lifetimes(companyId: string, beyond: string, users: readonly string[] | null) {
    let query = reader.kysely
      .selectFrom('cells')
      .select(['user_id', 'cell'])
      .where('tenant_id', '=', tenant)
      .where('company_id', '=', companyId)
      .where('span', '=', LIFETIME);
    query = users === null ? query.where('user_id', '>', beyond) : query.where('user_id', 'in', users);
    return query.orderBy('user_id').limit(PAGE).execute();
  }

  function keep({ members }: Company, userId: string, cells: Cells): void {
    const steps = quests.flatMap((quest) => {
      const contribution = contributionOf(quest, cells);
      return contribution.some((days) => days.length > 0) ? [[quest.id, contribution] as const] : [];
    });
    if (steps.length === 0) members.delete(userId);
    else members.set(userId, new Map(steps));
  }

  async function readInto(company: Company, companyId: string): Promise<void> {
    for (let beyond = ''; ; ) {
      const rows = await lifetimes(companyId, beyond, null);
      for (const { user_id, cell } of rows) keep(company, user_id, { [LIFETIME]: JSON.parse(cell) });
      beyond = rows.at(-1)?.user_id ?? '';
      if (rows.length < PAGE) return;
      // A large company does not hold up those who ask for something else.
      await new Promise(setImmediate);
    }
  }

  async function renew(companyId: string, company: Company): Promise<void> {
    while (company.touched.size > 0) {
      const users = [...company.touched].slice(0, PAGE / 4);
      for (const user of users) company.touched.delete(user);
      const rows = await lifetimes(companyId, '', users);
      for (const user of users) company.members.delete(user);
      for (const { user_id, cell } of rows) keep(company, user_id, { [LIFETIME]: JSON.parse(cell) });
    }
  }

  async function companyOf(companyId: string): Promise<Company> {
    const known = companies.get(companyId);
    if (known === undefined && companies.size >= KEPT) companies.delete(companies.keys().next().value ?? '');
    const company = known ?? { members: new Map(), touched: new Set(), last: Promise.resolve() };
    companies.set(companyId, company);
    const turn = company.last.then(async () => {
      if (known === undefined) await readInto(company, companyId);
      await renew(companyId, company);
    });
    company.last = turn.catch(() => companies.delete(companyId));
    await turn;
    return company;
  }

  return {
    async of(companyId) {
      if (quests.length === 0 || companyId === '') return new Map();
      await upToDate();
      const { members } = await companyOf(companyId);
      const found = new Map<string, Contribution[]>();
      for (const steps of members.values()) {
        for (const [questId, contribution] of steps) {
          const list = found.get(questId) ?? [];
          list.push(contribution);
          found.set(questId, list);
        }
      }
      return found;
    },
  };
}
