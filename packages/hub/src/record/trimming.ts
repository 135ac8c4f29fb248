import {
  CAMPAIGN_EVENT,
  CORRECTIONS,
  type Event,
  type Playbook,
  REDEMPTION,
  retentionDays,
} from '@waymark/contracts';
import { partRead, type Reads, readsOf } from '@waymark/engine';
import { DAY_MS } from '../read/local-day.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { LogRow } from '../storage/tables.js';
import { type Traits, traitsText } from './trait-memory.js';

/** Asks for the details of old events to go. */
export interface TrimmingRequest {
  /** The hub's clock, ISO 8601. */
  readonly at: string;
}

interface Place {
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
}

type Trimmed = Pick<LogRow, 'body' | 'traits'>;

/** What the hub reads whole, whatever playbooks say. */
const WHOLE: readonly string[] = [...CORRECTIONS, REDEMPTION];
/** Events a call, so that nobody who records waits long. */
const ROWS = 500;

/**
 * Takes the details of the next old events away, under the writer's lock; tells whether there may be more. What any
 * version of the playbook reads stays, so that replays, moves and voids lead to the same state as before.
 */
export async function trim(
  { session: { kysely }, log, tenant }: Place,
  { at }: TrimmingRequest,
  playbook: Playbook,
): Promise<boolean> {
  const days = retentionDays(playbook);
  if (days === null) return false;
  const before = new Date(Date.parse(at) - days * DAY_MS).toISOString();
  return log.transaction(async () => {
    const last = await kysely
      .selectFrom('trimmings')
      .select('position')
      .where('tenant_id', '=', tenant)
      .executeTakeFirst();
    const next = await kysely
      .selectFrom('log')
      .select(['position', 'received_at', 'source', 'body', 'traits'])
      .where('tenant_id', '=', tenant)
      .where('position', '>', last?.position ?? 0)
      .orderBy('position')
      .limit(ROWS)
      .execute();
    const young = next.findIndex(({ received_at }) => received_at >= before);
    const old = young < 0 ? next : next.slice(0, young);
    const end = old.at(-1);
    if (end === undefined) return false;
    const reads = await readsOfAll();
    for (const row of old) {
      const left = leftOf(row, reads);
      if (left.body === row.body && left.traits === row.traits) continue;
      await kysely
        .updateTable('log')
        .set(left)
        .where('tenant_id', '=', tenant)
        .where('position', '=', row.position)
        .execute();
    }
    const { position } = end;
    await kysely
      .insertInto('trimmings')
      .values({ tenant_id: tenant, position })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ position }))
      .execute();
    return old.length === ROWS;
  });

  /** Whatever a version in force ever read: what it valued is valued anew by the same version. */
  async function readsOfAll(): Promise<Reads> {
    const rows = await kysely
      .selectFrom('playbooks')
      .select('body')
      .where('tenant_id', '=', tenant)
      .execute();
    return readsOf(rows.map(({ body }) => JSON.parse(body) as Playbook));
  }
}

/** What impressions are made of, whatever playbooks read; what people answered goes. */
const OF_IMPRESSIONS = [['campaignId'], ['kind'], ['arm'], ['part']];

/** What stays of an event; all of what operators and the hub itself have said, and of what is nothing any more. */
function leftOf({ source, body, traits }: Pick<LogRow, 'source' | 'body' | 'traits'>, reads: Reads): Trimmed {
  if (source === 'hub' || source === 'operator' || source === 'erased') return { body, traits };
  const event: Event = JSON.parse(body);
  if (WHOLE.includes(event.event ?? '')) return { body, traits };
  const isCampaign = event.event === CAMPAIGN_EVENT;
  const { properties, context, traits: _, ...rest } = event;
  const stamped: Traits = traits === null ? {} : JSON.parse(traits);
  return {
    body: JSON.stringify({
      ...rest,
      properties: partRead(
        properties,
        isCampaign ? [...reads.properties, ...OF_IMPRESSIONS] : reads.properties,
      ),
      context: partRead(context, reads.context),
    }),
    traits: traitsText({
      userTraits: partRead(stamped.userTraits, reads.userTraits),
      companyTraits: partRead(stamped.companyTraits, reads.companyTraits),
    }),
  };
}
