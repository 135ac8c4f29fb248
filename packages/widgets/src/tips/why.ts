import type { Deliveries, Delivery } from '@waymark/contracts';
import type { Found } from './anchors/find.js';
import type { Moments } from './moments.js';
import type { Showing } from './showing.js';

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

/** What there is to know of a campaign in this browser. */
export interface Knowledge {
  readonly campaignId: string;
  readonly standing: boolean;
  readonly delivery: Delivery | null;
  readonly path: string;
  readonly isHere: boolean;
  readonly moments: Pick<Moments, 'come' | 'says'> | null;
  readonly allowances: Deliveries['allowances'];
  readonly mayShow: boolean;
  /** What became of looking for its element; null while nobody looks. */
  readonly found: Found | null;
  readonly needsElement: boolean;
  readonly hasElement: boolean;
  readonly interrupting: string | undefined;
  readonly claiming: boolean;
  readonly refused: boolean;
  readonly over: boolean;
  readonly showing: Pick<Showing, 'says' | 'awaySince'> | null;
}

/** Puts what is known of a campaign into words. */
export function whyOf(known: Knowledge): Why {
  const { campaignId, delivery, showing, moments, found } = known;
  if (delivery === null) {
    const says = showing ? showing.says() : 'the hub delivers it to nobody here: ask the hub why';
    return {
      campaignId,
      state: showing ? (showing.awaySince() === null ? 'shown' : 'away') : 'absent',
      stoppedBy: showing ? null : 'delivery',
      gates: [{ gate: 'delivery', passed: showing !== null, says }],
    };
  }
  const { limits, placement, channel } = delivery;
  const gates: BrowserGate[] = [
    { gate: 'delivery', passed: true, says: known.standing ? 'standing by' : 'delivered' },
    {
      gate: 'page',
      passed: known.isHere,
      says: `${known.path}, for ${placement.pages?.join(' ') ?? 'all pages'}`,
    },
    { gate: 'trigger', passed: (moments?.come.size ?? 0) > 0, says: moments?.says() ?? '' },
    {
      gate: 'allowance',
      passed: known.mayShow && !known.over,
      says: known.over
        ? 'over or put off in this browser'
        : limits.map((limit) => `${limit}: ${known.allowances[limit] ?? 0} left`).join(', ') || 'no limits',
    },
    {
      gate: 'anchor',
      passed: known.hasElement,
      says: !known.needsElement
        ? 'needs none'
        : found === null
          ? 'not looked for yet'
          : found.element
            ? known.hasElement
              ? 'found'
              : 'found, but hidden'
            : found.tried.join('; '),
    },
    {
      gate: 'slot',
      passed: channel !== 'interrupt' || known.interrupting === undefined,
      says:
        known.interrupting === undefined ? `${channel} is free` : `${channel} is with ${known.interrupting}`,
    },
    {
      gate: 'claim',
      passed: !known.refused,
      says: known.refused ? 'refused by the hub, or shown in another tab' : 'open',
    },
  ];
  const state = showing
    ? showing.awaySince() === null
      ? 'shown'
      : 'away'
    : known.claiming
      ? 'claiming'
      : known.over
        ? 'ended'
        : 'waiting';
  const stoppedBy = showing ? null : (gates.find(({ passed }) => !passed)?.gate ?? null);
  return { campaignId, state, stoppedBy, gates };
}
