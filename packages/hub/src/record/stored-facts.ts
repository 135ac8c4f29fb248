import type { Playbook } from '@waymark/contracts';
import { compilePlaybook, type Program } from '@waymark/engine';
import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import { storedFact } from './placed-event.js';
import type { Taken } from './voids.js';

/** Finds events of the log as they were taken in. */
export interface StoredFacts {
  /** With `before`, only those before that position. */
  find(eventIds: readonly string[], before?: number): Promise<Map<string, Taken>>;
  /** The playbook of a version, ready to run. */
  programOf(version: number): Promise<Program>;
}

/** Reads over one session; playbooks are compiled once. */
export function createStoredFacts(view: Kysely<Tables>, tenant: string): StoredFacts {
  const programs = new Map<number, Program>();

  async function programOf(version: number): Promise<Program> {
    const known = programs.get(version);
    if (known !== undefined) return known;
    const { body } = await view
      .selectFrom('playbooks')
      .select('body')
      .where('tenant_id', '=', tenant)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    const program = compilePlaybook(JSON.parse(body) as Playbook);
    programs.set(version, program);
    return program;
  }

  return {
    programOf,
    async find(eventIds, before = Number.MAX_SAFE_INTEGER) {
      const found = new Map<string, Taken>();
      if (eventIds.length === 0) return found;
      const rows = await view
        .selectFrom('log')
        .select(['event_id', 'company_id', 'user_id', 'role', 'playbook_version', 'body', 'source', 'traits'])
        .where('tenant_id', '=', tenant)
        .where('event_id', 'in', eventIds)
        .where('source', 'not in', ['hub', 'late', 'erased'])
        .where('user_id', 'is not', null)
        .where('position', '<', before)
        .execute();
      for (const row of rows) {
        found.set(row.event_id, {
          fact: storedFact(row),
          program: await programOf(row.playbook_version),
        });
      }
      return found;
    },
  };
}
