/** Columns of a parameter's rows with their types, which PostgreSQL wants to know. */
export type Shape = { readonly [column: string]: 'text' | 'bigint' };

// The columns that each statement writes, or finds rows by.
export const MEMBER_SPAN = { company_id: 'text', user_id: 'text', span: 'text' } as const;
export const LOG = {
  position: 'bigint',
  event_id: 'text',
  company_id: 'text',
  user_id: 'text',
  role: 'text',
  received_at: 'text',
  sent_at: 'text',
  playbook_version: 'bigint',
  body: 'text',
  source: 'text',
  traits: 'text',
} as const;
export const LEDGER = {
  company_id: 'text',
  user_id: 'text',
  position: 'bigint',
  rule_id: 'text',
  day: 'text',
  points: 'bigint',
  capped: 'text',
  playbook_version: 'bigint',
} as const;
export const AMOUNT = {
  company_id: 'text',
  user_id: 'text',
  position: 'bigint',
  rule_id: 'text',
  currency: 'text',
  amount: 'bigint',
} as const;
export const REDEEMED = {
  event_id: 'text',
  company_id: 'text',
  user_id: 'text',
  reward_id: 'text',
  currency: 'text',
  amount: 'bigint',
  redeemed_at: 'text',
  position: 'bigint',
} as const;
export const AWARD = {
  company_id: 'text',
  user_id: 'text',
  kind: 'text',
  item: 'text',
  tier: 'text',
  position: 'bigint',
  playbook_version: 'bigint',
} as const;
export const AWARD_KEY = {
  company_id: 'text',
  user_id: 'text',
  kind: 'text',
  item: 'text',
  tier: 'text',
} as const;
export const IMPRESSION = {
  event_id: 'text',
  company_id: 'text',
  user_id: 'text',
  campaign_id: 'text',
  kind: 'text',
  arm: 'text',
  part: 'text',
  happened_at: 'text',
  ms: 'bigint',
  position: 'bigint',
} as const;
export const PUSH = {
  event_id: 'text',
  campaign_id: 'text',
  company_id: 'text',
  user_id: 'text',
  audience: 'text',
  operator: 'text',
  pushed_at: 'text',
  ms: 'bigint',
  position: 'bigint',
} as const;
export const VOID = { event_id: 'text', company_id: 'text', user_id: 'text', position: 'bigint' } as const;
export const RELOCATION = {
  event_id: 'text',
  company_id: 'text',
  user_id: 'text',
  to_company_id: 'text',
  to_user_id: 'text',
  ms: 'bigint',
  is_void: 'bigint',
  position: 'bigint',
} as const;
export const STANDING = { company_id: 'text', period: 'text', user_id: 'text', points: 'bigint' } as const;
export const MEMBER = {
  company_id: 'text',
  user_id: 'text',
  growth: 'bigint',
  level: 'bigint',
  events: 'bigint',
  role: 'text',
  last_ms: 'bigint',
  last_seen: 'text',
  position: 'bigint',
} as const;

export const PLACEMENT = {
  company_id: 'text',
  user_id: 'text',
  period: 'text',
  league: 'bigint',
  rank: 'bigint',
  people: 'bigint',
  points: 'bigint',
  next_league: 'bigint',
  position: 'bigint',
} as const;

export const PREFERENCES = {
  company_id: 'text',
  user_id: 'text',
  ranking: 'text',
  alias: 'text',
  quiet: 'bigint',
  position: 'bigint',
} as const;
export const CHOSEN = ['ranking', 'alias', 'quiet', 'position'] as const;
