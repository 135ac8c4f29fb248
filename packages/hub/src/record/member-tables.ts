/** What is kept of a member and follows from the log alone: taken away where they are erased, or valued anew. */
export const MEMBER_TABLES = [
  'cells',
  'ledger',
  'amounts',
  'redemptions',
  'fulfillments',
  'awards',
  'standings',
  'members',
  'preferences',
  'impressions',
  'pushes',
] as const;
