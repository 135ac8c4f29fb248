/** What a member may use: the benefits of every level that they and their company have reached. */
export interface Entitlements {
  readonly userId: string;
  readonly companyId: string;
  readonly growth: number;
  /** Index of the level reached. */
  readonly level: number;
  /** Ids of benefits, sorted. */
  readonly entitlements: readonly string[];
}
