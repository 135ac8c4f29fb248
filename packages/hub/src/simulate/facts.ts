import type { Event, Playbook } from '@waymark/contracts';
import { addDays, type Fact, stampFact } from '@waymark/engine';
import { parseLines } from '../import/event-lines.js';
import { readLines } from '../import/lines.js';
import { takeIn } from '../intake/intake.js';
import { storedFact } from '../record/placed-event.js';
import { voucherOf } from '../record/request.js';
import { createTraitMemory } from '../record/trait-memory.js';
import { logRows } from '../storage/log-rows.js';
import type { Storage } from '../storage/open-storage.js';

/** Facts to try a playbook on, and the playbook they were valued by in the log. */
export interface StoredFacts {
  readonly facts: readonly Fact[];
  /** The latest that came into force; null in a log without one. */
  readonly playbook: Playbook | null;
}

/** Reads every event of the log that counts. */
export function factsOfLog({ reader, tenant }: Pick<Storage, 'reader' | 'tenant'>): Promise<StoredFacts> {
  return reader.longView(async (view) => {
    const latest = await view
      .selectFrom('playbooks')
      .select('body')
      .where('tenant_id', '=', tenant)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const facts: Fact[] = [];
    for await (const row of logRows(view, tenant)) {
      const { source } = row;
      if (source !== 'hub' && source !== 'late' && source !== 'erased') facts.push(storedFact(row));
    }
    return { facts, playbook: latest === undefined ? null : (JSON.parse(latest.body) as Playbook) };
  });
}

/** Reads a file of events as an import would take them; `onRejected` hears of lines that it would not. */
export async function factsOfFile(
  file: string,
  onRejected: (message: string) => void = () => {},
  now: () => number = Date.now,
): Promise<Fact[]> {
  const facts: Fact[] = [];
  const memory = createTraitMemory();
  for await (const block of readLines(file, () => {})) {
    const { values, numbers, bad } = parseLines(block);
    for (const { number, message } of bad) onRejected(`line ${number}: ${message}`);
    const intake = takeIn(values, {
      now: now(),
      claims: null,
      identity: 'claimed',
      mayCorrect: true,
      nameOf: (i) => `line ${numbers[i]}`,
    });
    for (const verdict of intake.settle([])) if (verdict.status === 'rejected') onRejected(verdict.message);
    for (const { body, companyId, role } of intake.admitted) {
      const event: Event = JSON.parse(body);
      memory.learn(event, companyId);
      const traits = memory.of(event.userId, companyId);
      facts.push(stampFact(event, { companyId, role, source: voucherOf('import'), ...traits }));
    }
  }
  return facts;
}

/** Those of the last so many local days, counted from the latest day there is. */
export function lastDays(facts: readonly Fact[], days: number | null): readonly Fact[] {
  if (days === null) return facts;
  const latest = facts.reduce((last, { day }) => (day > last ? day : last), '');
  if (latest === '') return facts;
  const first = addDays(latest, 1 - days);
  return facts.filter(({ day }) => day >= first);
}
