import type { Event } from '@waymark/contracts';
import { addDays, type Fact, levelAt, placedAt, stampFact } from '@waymark/engine';
import {
  type CompanyFigures,
  type CompanyOutline,
  companyFigures,
  type Diagnosis,
  diagnose,
  standIn,
} from '@waymark/engine/campaigns';
import type { ReadContext } from '../read/context.js';
import { localDay } from '../read/local-day.js';
import { headOf } from '../read/member-state.js';
import type { EventCounting } from './event-counts.js';
import { loggedSince } from './logged-rows.js';
import type { Campaigns } from './program.js';

/** How companies stand among those at their level. */
export interface Diagnoses {
  /** Null where nobody asks for it, and for a company of which nothing is known. */
  of(companyId: string): Promise<Diagnosis | null>;
}

/** Figures are of four weeks and the four before: an hour changes little about them. */
const KEPT_FOR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const DAYS = 56;

/** Diagnoses of all companies at once, since each is compared with all others; in UTC, where companies have no day of their own. */
export function createDiagnoses(
  { tenant, reader, relocations, now }: ReadContext,
  { playbook, program, diagnoses: isAsked }: Campaigns,
  counting: EventCounting,
): Diagnoses {
  const { companyLevels = [] } = playbook;
  const lifecycles = program.lifecycles.filter(({ of }) => of === 'company');
  let kept: { readonly at: number; readonly all: readonly CompanyFigures[] } | null = null;
  let underWay: Promise<readonly CompanyFigures[]> | null = null;

  /** The last position that was received before a time: by halves, since positions follow the clock. */
  async function positionBefore(time: number): Promise<number> {
    const limit = new Date(time).toISOString();
    let low = 0;
    let high = await headOf(reader.kysely, tenant);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const row = await reader.kysely
        .selectFrom('log')
        .select('received_at')
        .where('tenant_id', '=', tenant)
        .where('position', '=', middle)
        .executeTakeFirst();
      if (row !== undefined && row.received_at < limit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Who did what on which day, each once: no figure counts how often. */
  async function factsOf(today: string): Promise<ReadonlyMap<string, readonly Fact[]>> {
    const first = addDays(today, -DAYS);
    const known = await relocations(reader.kysely);
    const from = await positionBefore(now() - (DAYS + 2) * DAY_MS);
    const until = await headOf(reader.kysely, tenant);
    const found = new Map<string, Map<string, Fact>>();
    for await (const rows of loggedSince(reader.kysely, tenant, known, [from, until])) {
      for (const { body, company_id, role } of rows) {
        const { id, type, event, userId, timestamp }: Event = JSON.parse(body);
        const bare = { id, type, event, userId, timestamp };
        const fact = placedAt(stampFact(bare, { companyId: company_id, role }), known.homes);
        if (fact.companyId === '' || fact.day < first) continue;
        const facts = found.get(fact.companyId) ?? new Map<string, Fact>();
        found.set(fact.companyId, facts);
        facts.set(JSON.stringify([fact.userId, fact.event, fact.day]), fact);
      }
    }
    return new Map([...found].map(([companyId, facts]) => [companyId, [...facts.values()]]));
  }

  async function outlines(today: string): Promise<CompanyOutline[]> {
    const people = await reader.kysely
      .selectFrom('members')
      .select(['company_id', ({ fn }) => fn.countAll<number>().as('people')])
      .where('tenant_id', '=', tenant)
      .where('company_id', '<>', '')
      .groupBy('company_id')
      .execute();
    const growths = await reader.kysely
      .selectFrom('company_growth')
      .select(['company_id', 'growth'])
      .where('tenant_id', '=', tenant)
      .execute();
    const growthOf = new Map(growths.map(({ company_id, growth }) => [company_id, growth]));
    const found: CompanyOutline[] = [];
    for (const { company_id: companyId, people: count } of people) {
      const level = levelAt(companyLevels, growthOf.get(companyId) ?? 0);
      found.push({ companyId, level, people: Number(count), nodes: await nodesOf(companyId, level, today) });
    }
    return found;
  }

  async function nodesOf(companyId: string, level: number, today: string): Promise<CompanyOutline['nodes']> {
    if (lifecycles.length === 0) return { reached: 0, all: 0 };
    const { events, since } = await counting.company(companyId);
    const nodes = lifecycles.flatMap((lifecycle) =>
      since === null ? [] : standIn(lifecycle, { since, level, events }, today).nodes,
    );
    return { reached: nodes.filter(({ state }) => state === 'reached').length, all: nodes.length };
  }

  async function figuresOfAll(): Promise<readonly CompanyFigures[]> {
    const today = localDay(now(), undefined);
    const facts = await factsOf(today);
    return (await outlines(today)).map((outline) =>
      companyFigures(outline, facts.get(outline.companyId) ?? [], today),
    );
  }

  /** Figures that are old still serve while newer ones are added up. */
  async function figures(): Promise<readonly CompanyFigures[]> {
    const isOld = kept !== null && Math.abs(now() - kept.at) >= KEPT_FOR_MS;
    if ((kept === null || isOld) && underWay === null) {
      const at = now();
      underWay = figuresOfAll()
        .then((all) => {
          kept = { at, all };
          return all;
        })
        .finally(() => {
          underWay = null;
        });
      // Who waits for it hears of it; who does not is told again by the next one.
      underWay.catch(() => {});
    }
    return kept?.all ?? (await (underWay as Promise<readonly CompanyFigures[]>));
  }

  return {
    of: async (companyId) => (!isAsked || companyId === '' ? null : diagnose(companyId, await figures())),
  };
}
