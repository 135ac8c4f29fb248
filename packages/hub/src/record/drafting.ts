import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import type { DraftRow, Own } from '../storage/tables.js';

/** A draft of a campaign to be kept, or with null to be thrown away. */
export interface DraftOrder {
  readonly campaignId: string;
  readonly draft: Own<DraftRow> | null;
}

/** Keeps drafts. They are no facts: nobody meets them, and the log says nothing of them. */
export function keepDraft(
  {
    log,
    session: { kysely },
    tenant,
  }: { readonly log: Log; readonly session: Session; readonly tenant: string },
  { campaignId, draft }: DraftOrder,
): Promise<void> {
  return log.transaction(async () => {
    await kysely
      .deleteFrom('drafts')
      .where('tenant_id', '=', tenant)
      .where('campaign_id', '=', campaignId)
      .execute();
    if (draft === null) return;
    await kysely
      .insertInto('drafts')
      .values({ tenant_id: tenant, ...draft })
      .execute();
  });
}
