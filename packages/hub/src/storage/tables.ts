import type { ImpressionKind } from '@waymark/contracts';

/**
 * What the database holds. Every primary and unique key begins with `tenant_id`, so that a distributed PostgreSQL can
 * shard by it. JSON is kept as text: no database interprets what people sent.
 */
export interface Tables {
  readonly migrations: MigrationRow;
  readonly log: LogRow;
  readonly cells: CellRow;
  readonly ledger: LedgerRow;
  readonly awards: AwardRow;
  readonly standings: StandingRow;
  readonly members: MemberRow;
  readonly users: UserRow;
  readonly companies: CompanyNameRow;
  readonly playbooks: PlaybookRow;
  readonly preferences: PreferencesRow;
  readonly company_growth: CompanyGrowthRow;
  readonly voids: VoidRow;
  readonly amounts: AmountRow;
  readonly redemptions: RedemptionRow;
  readonly fulfillments: VoidRow;
  readonly placements: PlacementRow;
  readonly settlements: SettlementRow;
  readonly relocations: RelocationRow;
  readonly trimmings: TrimmingRow;
  readonly impressions: ImpressionRow;
  readonly pushes: PushRow;
  readonly drafts: DraftRow;
}

/** A row without the tenant: whoever has it in hand works for one. */
export type Own<Row> = Omit<Row, 'tenant_id'>;

/** Tenants share migrations, which therefore belong to the tenant `*`. */
export interface MigrationRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly applied_at: string;
}

/** One accepted event, for ever; its details may go when it is old. `position` counts up by one per tenant, without gaps, in the order of commits. */
export interface LogRow {
  readonly tenant_id: string;
  readonly position: number;
  readonly event_id: string;
  readonly company_id: string;
  /** Null while anonymous. */
  readonly user_id: string | null;
  readonly role: string | null;
  readonly received_at: string;
  readonly sent_at: string | null;
  readonly playbook_version: number;
  /** The event as accepted, JSON; of an old one, what is read of it. */
  readonly body: string;
  readonly source: Source;
  /** Traits of person and company as they were then, JSON; null where no playbook asks for any. */
  readonly traits: string | null;
}

/**
 * By which door a row of the log came in. `operator` is for corrections,
 * `late` came from a browser too late to be scored, `hub` is for what the hub
 * itself decided, and `erased` is what is left of an event of somebody who was erased.
 */
export type Source = 'browser' | 'server' | 'import' | 'operator' | 'late' | 'hub' | 'erased';

/** One span of one member's state, JSON. */
export interface CellRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly span: string;
  readonly cell: string;
}

/** One immutable change of points. */
export interface LedgerRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly position: number;
  readonly rule_id: string;
  /** The person's local day of the event. */
  readonly day: string;
  readonly points: number;
  readonly capped: string | null;
  readonly playbook_version: number;
}

/** What came of a spendable currency with a ledger entry, or went. */
export interface AmountRow
  extends Pick<LedgerRow, 'tenant_id' | 'company_id' | 'user_id' | 'position' | 'rule_id'> {
  readonly currency: string;
  readonly amount: number;
}

/** A reward that was redeemed, for ever; it stands unless its event is void. */
export interface RedemptionRow {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly company_id: string;
  /** Empty once the person was erased: what they took is taken all the same. */
  readonly user_id: string;
  readonly reward_id: string;
  readonly currency: string;
  readonly amount: number;
  /** As its event has it; empty once the person was erased. */
  readonly redeemed_at: string;
  readonly position: number;
}

/** A badge's tier or a level that was reached, with the event that did it. */
export interface AwardRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly kind: 'badge' | 'level';
  /** Id of the badge, or the level's index. */
  readonly item: string;
  /** The badge's tier; empty for a level. */
  readonly tier: string;
  readonly position: number;
  readonly playbook_version: number;
}

/** Points of one member in one window of a ranking. */
export interface StandingRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly period: string;
  readonly user_id: string;
  readonly points: number;
}

/** A member in short, derived from cells and log, for lists. */
export interface MemberRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly growth: number;
  readonly level: number;
  readonly events: number;
  readonly role: string | null;
  /** The latest event by its own time, in milliseconds since 1970 and as it was written. */
  readonly last_ms: number;
  readonly last_seen: string;
  /** Position of the latest event in the log. */
  readonly position: number;
}

/** Who somebody is. The name shown is the claimed one, else the told one, else the given one. */
export interface UserRow {
  readonly tenant_id: string;
  readonly user_id: string;
  /** What the hub calls them until somebody says more. */
  readonly given_name: string;
  /** From `identify`, the last one with a name by time and then id. */
  readonly told_name: string | null;
  readonly told_ms: number;
  readonly told_by: string;
  /** From `identify`, the last by time and then id, JSON. */
  readonly traits: string | null;
  readonly traits_ms: number;
  readonly traits_by: string;
  /** From a verified token. */
  readonly claimed_name: string | null;
}

/** What a company is called, from `group` and tokens, like {@link UserRow}. */
export interface CompanyNameRow extends Omit<UserRow, 'user_id'> {
  readonly company_id: string;
}

/** Every version of the playbook that was ever in force. */
export interface PlaybookRow {
  readonly tenant_id: string;
  readonly version: number;
  readonly body: string;
  /** Position of the log when it came into force. */
  readonly adopted_position: number;
  readonly adopted_at: string;
}

/** What a member has chosen; nobody has a row before their first choice. */
export interface PreferencesRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly ranking: 'name' | 'alias' | 'hidden';
  readonly alias: string | null;
  /** 1 for quiet, else 0. */
  readonly quiet: number;
  /** Position of the choice in the log. */
  readonly position: number;
}

/** Up to which position of the log the details of events are gone, since they were old. */
export interface TrimmingRow {
  readonly tenant_id: string;
  readonly position: number;
}

/** What the people of a company have brought it together. */
export interface CompanyGrowthRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly growth: number;
}

/**
 * An event of a member that counts as if it had never been, in the log or still to come; among `fulfillments` a redemption
 * that was handed over.
 */
export interface VoidRow {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly company_id: string;
  readonly user_id: string;
  /** Position of what made it void. */
  readonly position: number;
}

/** How a settled window ended for a member in the leagues. */
export interface PlacementRow {
  readonly tenant_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly period: string;
  readonly league: number;
  readonly rank: number;
  /** People in the group. */
  readonly people: number;
  readonly points: number;
  readonly next_league: number;
  readonly position: number;
}

/** A window that nothing changes any more. */
export interface SettlementRow {
  readonly tenant_id: string;
  readonly period: string;
  /** Position of the settlement in the log. */
  readonly position: number;
}

/** A member whose facts all count for another member. */
export interface RelocationRow {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly to_company_id: string;
  readonly to_user_id: string;
  /** The time of the event that says so, in milliseconds since 1970. */
  readonly ms: number;
  /** 1 once it was taken back, else 0. */
  readonly is_void: number;
  /** Position of what said it, or of what took it back. */
  readonly position: number;
}

/** What became of a campaign with a person, so that decisions need not look through the log. */
export interface ImpressionRow {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly campaign_id: string;
  readonly kind: ImpressionKind;
  readonly arm: string | null;
  /** The step or item that it is about. */
  readonly part: string | null;
  /** As its event has it, and in milliseconds since 1970. */
  readonly happened_at: string;
  readonly ms: number;
  readonly position: number;
}

/** An operator has sent a campaign. */
export interface PushRow {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly campaign_id: string;
  /** To this person; both empty for one to many. */
  readonly company_id: string;
  readonly user_id: string;
  /** To a named audience; empty for one to a person, or to all whom the campaign reaches. */
  readonly audience: string;
  readonly operator: string;
  readonly pushed_at: string;
  readonly ms: number;
  readonly position: number;
}

/** A campaign that somebody works on; nobody meets it. */
export interface DraftRow {
  readonly tenant_id: string;
  readonly campaign_id: string;
  /** JSON, right or not. */
  readonly body: string;
  readonly operator: string;
  readonly saved_at: string;
}
