import type { Event, Playbook, Preferences } from '@waymark/contracts';
import { compilePlaybook, type Program, voidedBy } from '@waymark/engine';
import type { Kysely } from 'kysely';
import { CHOICE, chosenRow } from '../record/choice.js';
import { storedFact } from '../record/placed-event.js';
import { redemptionLeft } from '../record/redemption-row.js';
import { memberKey } from '../record/request.js';
import { createSettlements } from '../record/settlement.js';
import { createStoredFacts } from '../record/stored-facts.js';
import { createTally, type Tally } from '../record/tally.js';
import { createVoids } from '../record/voids.js';
import { logRows } from '../storage/log-rows.js';
import type {
  PlacementRow,
  PreferencesRow,
  RedemptionRow,
  SettlementRow,
  Tables,
  VoidRow,
} from '../storage/tables.js';

/** The whole log added up anew. */
export interface Refolded {
  readonly tally: Tally;
  readonly events: number;
  readonly users: number;
  readonly companies: number;
  /** What people have chosen in the end. */
  readonly preferences: readonly Omit<PreferencesRow, 'tenant_id'>[];
  readonly voids: readonly Omit<VoidRow, 'tenant_id'>[];
  /** What was redeemed by people who were erased; all others are in the tally. */
  readonly redemptionsLeft: readonly Omit<RedemptionRow, 'tenant_id'>[];
  /** How windows of leagues ended. */
  readonly placements: readonly Omit<PlacementRow, 'tenant_id'>[];
  readonly settlements: readonly Omit<SettlementRow, 'tenant_id'>[];
}

/** Folds the log in its order, each event under the playbook it was recorded with. Throws where the log has a gap. */
export async function refold(view: Kysely<Tables>, tenant: string): Promise<Refolded> {
  const programs = await programsOf(view, tenant);
  const tally = createTally();
  const voids = createVoids();
  const stored = createStoredFacts(view, tenant);
  const companies = new Set<string>();
  const { take: settle, placements, settlements } = createSettlements();
  const preferences = new Map<string, Omit<PreferencesRow, 'tenant_id'>>();
  const redemptionsLeft: Omit<RedemptionRow, 'tenant_id'>[] = [];
  let position = 0;
  let events = 0;
  for await (const row of logRows(view, tenant)) {
    if (row.position !== position + 1) {
      throw new Error(
        `Expected the log to go on at position ${position + 1}, but the next is ${row.position}.`,
      );
    }
    position = row.position;
    const program = programs.get(row.playbook_version);
    if (program === undefined) {
      throw new Error(
        `Position ${position} names playbook version ${row.playbook_version}, which is not stored.`,
      );
    }
    // What is left of an erased person's event says nothing but what they took.
    if (row.source === 'erased') {
      const left = redemptionLeft(row, position);
      if (left !== null) redemptionsLeft.push(left);
      continue;
    }
    if (row.source === 'hub') {
      const event: Event = JSON.parse(row.body);
      const userId = row.user_id ?? '';
      settle(event, row.company_id, position);
      if (event.event === CHOICE) {
        const chosen = event.properties as unknown as Preferences;
        preferences.set(
          memberKey(row.company_id, userId),
          chosenRow(row.company_id, userId, position, chosen),
        );
      }
      continue;
    }
    events++;
    if (row.company_id !== '') companies.add(row.company_id);
    if (row.source === 'late') continue;
    const fact = storedFact(row);
    const eventId = voidedBy(fact);
    if (eventId !== null) {
      const target = (await stored.find([eventId], position)).get(eventId);
      const taken = voids.add(fact, eventId, position, target);
      if (taken !== null) tally.takeBack(position, taken, program);
    } else if (!voids.isVoid(fact)) {
      tally.take({ position, fact }, program);
    }
  }
  return {
    tally,
    events,
    users: tally.users().size,
    companies: companies.size,
    preferences: [...preferences.values()],
    voids: voids.added(),
    redemptionsLeft,
    placements,
    settlements,
  };
}

async function programsOf(view: Kysely<Tables>, tenant: string): Promise<Map<number, Program>> {
  const rows = await view
    .selectFrom('playbooks')
    .select(['version', 'body'])
    .where('tenant_id', '=', tenant)
    .execute();
  return new Map(rows.map(({ version, body }) => [version, compilePlaybook(JSON.parse(body) as Playbook)]));
}
