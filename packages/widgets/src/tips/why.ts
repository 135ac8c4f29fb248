import type { Deliveries, Delivery } from '@waymark/contracts';
import { mayShow } from '@waymark/engine/arbiter';
import type { Candidate, Candidates } from './candidates.js';
import { partsOf } from './part.js';
import type { Showing } from './showing.js';
import type { Stage } from './stage.js';

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

/** What there is to know in this browser. */
export interface Knowledge {
  readonly campaigns: Deliveries;
  readonly uncounted: readonly Pick<Delivery, 'limits'>[];
  readonly candidates: Candidates;
  readonly stage: Stage;
  readonly path: string;
}

/** Puts what is known of a campaign into words. */
export function whyOf(campaignId: string, known: Knowledge): Why {
  const { candidates, stage } = known;
  const one = candidates.all.get(campaignId);
  const showing = stage.get(campaignId);
  const isOver = stage.isOver(campaignId);
  if (one === undefined) {
    const says = showing?.says() ?? 'not delivered to this person: ask the hub why';
    const gate: BrowserGate = { gate: 'delivery', passed: showing !== undefined, says };
    return answer(campaignId, showing, isOver ? 'ended' : 'absent', [gate]);
  }
  const gates = [
    deliveryGate(one, known),
    pageGate(one, known),
    triggerGate(one, known),
    allowanceGate(one, known, isOver),
    anchorGate(one, known),
    slotGate(one, known),
    claimGate(one),
  ];
  return answer(campaignId, showing, one.claiming ? 'claiming' : isOver ? 'ended' : 'waiting', gates);
}

function answer(
  campaignId: string,
  showing: Showing | undefined,
  otherwise: Why['state'],
  gates: readonly BrowserGate[],
): Why {
  if (showing === undefined) {
    const stoppedBy = gates.find(({ passed }) => !passed)?.gate ?? null;
    return { campaignId, state: otherwise, stoppedBy, gates };
  }
  const state = showing.awaySince() === null ? 'shown' : 'away';
  return { campaignId, state, stoppedBy: null, gates };
}

function deliveryGate({ delivery }: Candidate, { campaigns }: Knowledge): BrowserGate {
  const isStanding = campaigns.standby.some(({ campaignId }) => campaignId === delivery.campaignId);
  return { gate: 'delivery', passed: true, says: isStanding ? 'standing by' : 'delivered' };
}

function pageGate({ delivery }: Candidate, { candidates, path }: Knowledge): BrowserGate {
  const says = `${path}, for ${delivery.placement.pages?.join(' ') ?? 'all pages'}`;
  return { gate: 'page', passed: candidates.isHere(delivery), says };
}

function triggerGate({ delivery, moments }: Candidate, { candidates }: Knowledge): BrowserGate {
  const wait = candidates.isHere(delivery) ? 'may come' : 'waits for its page';
  const says = delivery.triggers.map(({ kind }) => `${kind} ${moments.come.has(kind) ? 'has come' : wait}`);
  return { gate: 'trigger', passed: moments.come.size > 0, says: says.join(', ') || 'none' };
}

function allowanceGate({ delivery }: Candidate, known: Knowledge, isOver: boolean): BrowserGate {
  const { campaigns, uncounted } = known;
  const left = delivery.limits.map((limit) => `${limit}: ${campaigns.allowances[limit] ?? 0} left`);
  const says = isOver ? 'over or put off in this browser' : left.join(', ') || 'no limits';
  return { gate: 'allowance', passed: !isOver && mayShow(delivery, campaigns, uncounted), says };
}

function anchorGate(one: Candidate, { candidates }: Knowledge): BrowserGate {
  const needsOne = partsOf(one.delivery)[0]?.anchor != null;
  const passed = candidates.hasElement(one);
  const found = one.follow?.found();
  const says = !needsOne
    ? 'needs none'
    : found === undefined
      ? 'not looked for yet'
      : found.element === null
        ? found.tried.join('; ')
        : passed
          ? 'found'
          : 'found, but hidden';
  return { gate: 'anchor', passed, says };
}

function slotGate({ delivery: { campaignId, channel } }: Candidate, { stage }: Knowledge): BrowserGate {
  const other = stage.interrupting()?.delivery.campaignId;
  const isTaken = channel === 'interrupt' && other !== undefined && other !== campaignId;
  return {
    gate: 'slot',
    passed: !isTaken,
    says: isTaken ? `${channel} is with ${other}` : `${channel} is free`,
  };
}

function claimGate({ refusedUntil }: Candidate): BrowserGate {
  const passed = refusedUntil <= Date.now();
  return { gate: 'claim', passed, says: passed ? 'open' : 'refused by the hub, or shown in another tab' };
}
