import type { Playbook } from '@waymark/contracts';
import { compilePlaybook, type Homes, type Program, relocationOf, voidedBy } from '@waymark/engine';
import { type Kysely, sql } from 'kysely';
import { storedFact } from '../record/placed-event.js';
import { redemptionLeft } from '../record/redemption-row.js';
import { relocate } from '../record/relocating.js';
import { createReplay } from '../record/replay.js';
import { createSettlements } from '../record/settlement.js';
import { createStoredFacts } from '../record/stored-facts.js';
import type { Placed, Tally } from '../record/tally.js';
import type { Changes } from '../storage/log.js';
import { logRows } from '../storage/log-rows.js';
import type { Own, RedemptionRow, RelocationRow, Tables } from '../storage/tables.js';

/** The whole log added up anew: the tally, and what it does not hold because it was chosen or decided. */
export interface Refolded
  extends Pick<Changes, 'preferences' | 'voids' | 'placements' | 'settlements' | 'relocations' | 'pushes'> {
  readonly tally: Tally;
  readonly events: number;
  readonly users: number;
  readonly companies: number;
  /** What was redeemed by people who were erased; all others are in the tally. */
  readonly redemptionsLeft: readonly Own<RedemptionRow>[];
}

/** Folds the log in its order, each event under the playbook it was recorded with. Throws where the log has a gap. */
export async function refold(view: Kysely<Tables>, tenant: string): Promise<Refolded> {
  const programs = await programsOf(view, tenant);
  const { homes, relocations } = await relocationsIn(view, tenant);
  const companies = new Set<string>();
  const { take: settle, placements, settlements } = createSettlements();
  const redemptionsLeft: Own<RedemptionRow>[] = [];
  let position = 0;
  let events = 0;
  const replay = createReplay(homes, createStoredFacts(view, tenant), async (version) => {
    const program = programs.get(version);
    if (program !== undefined) return program;
    throw new Error(`Position ${position} names playbook version ${version}, which is not stored.`);
  });
  for await (const row of logRows(view, tenant)) {
    if (row.position !== position + 1) {
      throw new Error(
        `Expected the log to go on at position ${position + 1}, but the next is ${row.position}.`,
      );
    }
    position = row.position;
    // What is left of an erased person's event says nothing but what they took.
    const left = row.source === 'erased' ? redemptionLeft(row, position) : null;
    if (left !== null) redemptionsLeft.push(left);
    if (row.source === 'hub') {
      settle(JSON.parse(row.body), row.company_id, position);
    } else if (row.source !== 'erased') {
      events++;
      if (row.company_id !== '') companies.add(row.company_id);
    }
    await replay.take(row);
  }
  return {
    tally: replay.tally,
    events,
    users: replay.tally.users().size,
    companies: companies.size,
    preferences: replay.preferences(),
    pushes: replay.pushes,
    voids: replay.voids.added(),
    relocations,
    redemptionsLeft,
    placements,
    settlements,
  };
}

/** Whose facts count for whom in the end. Asks for few rows: those that name a relocation, or a void. */
async function relocationsIn(
  view: Kysely<Tables>,
  tenant: string,
): Promise<{ homes: Homes; relocations: readonly Own<RelocationRow>[] }> {
  const rows = await view
    .selectFrom('log')
    .select(['position', 'company_id', 'role', 'source', 'body', 'traits'])
    .where('tenant_id', '=', tenant)
    .where('source', 'in', ['server', 'import', 'operator'])
    .where('user_id', 'is not', null)
    .where(sql<boolean>`(body like '%"$move"%' or body like '%"$merge"%' or body like '%"$void"%')`)
    .orderBy('position')
    .execute();
  const placed = rows
    .map((row): Placed => ({ position: row.position, fact: storedFact(row) }))
    .filter(({ fact }) => relocationOf(fact) !== null || voidedBy(fact) !== null);
  const { homes, changed } = relocate([], placed, []);
  return { homes, relocations: changed };
}

async function programsOf(view: Kysely<Tables>, tenant: string): Promise<Map<number, Program>> {
  const rows = await view
    .selectFrom('playbooks')
    .select(['version', 'body'])
    .where('tenant_id', '=', tenant)
    .execute();
  return new Map(rows.map(({ version, body }) => [version, compilePlaybook(JSON.parse(body) as Playbook)]));
}
