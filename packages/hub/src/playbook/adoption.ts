import type { Playbook } from '@waymark/contracts';
import type { Adopted } from '../record/request.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';

/** A playbook that cannot come into force; its message says what to do. */
export class PlaybookRefused extends Error {
  override readonly name = 'PlaybookRefused';
}

/**
 * Brings a playbook into force. Every version stays in the database, because the points it granted stay; so a version
 * never changes its content, and versions only go up.
 */
export async function adoptPlaybook(
  session: Session,
  log: Log,
  tenant: string,
  playbook: Playbook,
  now: string,
): Promise<Adopted> {
  const { version } = playbook;
  const body = canonicalJson(playbook);
  return log.transaction(async () => {
    const latest = await session.kysely
      .selectFrom('playbooks')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (latest !== undefined && latest.version > version) {
      throw new PlaybookRefused(
        `The playbook is version ${version}, but version ${latest.version} is in force already. Versions only go up: give it version ${latest.version + 1}.`,
      );
    }
    if (latest?.version === version) {
      if (latest.body === body) return { version, position: latest.adopted_position };
      throw new PlaybookRefused(
        `The playbook says version ${version}, but it differs from the version ${version} that this hub has granted points by. Give the changed one version ${version + 1}.`,
      );
    }
    const position = await log.head();
    await session.kysely
      .insertInto('playbooks')
      .values({ tenant_id: tenant, version, body, adopted_position: position, adopted_at: now })
      .execute();
    return { version, position };
  });
}

/** JSON with sorted keys, so that only a change of content counts as a change; `$schema` is the editor's and no content. */
function canonicalJson(playbook: Playbook): string {
  const { $schema: _, ...content } = playbook;
  return JSON.stringify(sorted(content));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
