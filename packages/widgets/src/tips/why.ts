/** One thing a campaign has to pass in the browser. */
export interface BrowserGate {
  readonly gate: 'delivery' | 'page' | 'trigger' | 'allowance' | 'anchor' | 'slot' | 'claim';
  readonly passed: boolean;
  /** What is asked and what there is, in words for a developer. */
  readonly says: string;
}

/** Why a campaign is shown, or is not, by what the browser knows; whom it is for only the hub can tell. */
export interface Why {
  readonly campaignId: string;
  readonly state: 'absent' | 'waiting' | 'claiming' | 'shown' | 'away' | 'ended';
  /** The first gate that it does not pass; null when all are open. */
  readonly stoppedBy: BrowserGate['gate'] | null;
  readonly gates: readonly BrowserGate[];
}
