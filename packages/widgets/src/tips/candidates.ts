import type { Client, Deliveries, Delivery } from '@waymark/contracts';
import { pageMatches } from '@waymark/engine/arbiter';
import type { Follow, Scout } from './anchors/scout.js';
import { sightOf } from './anchors/sight.js';
import { type Moments, waitFor } from './moments.js';
import type { ToldEvent } from './options.js';
import { partsOf } from './part.js';
import { tellOf } from './showing.js';

/** A campaign that is delivered and waits for its moment, its page and its element. */
export interface Candidate {
  readonly delivery: Delivery;
  readonly moments: Moments;
  /** Looks for its element once its moment has come. */
  readonly follow: Follow | null;
  refusedUntil: number;
  claiming: boolean;
}

/** All that is delivered. */
export interface Candidates {
  readonly all: ReadonlyMap<string, Candidate>;
  /** Takes the hub's next word; what stays as it was goes on waiting. */
  receive(campaigns: Deliveries): void;
  /** A moment that the page's own code brings, also for what is delivered later. */
  start(campaignId: string): void;
  /** The page has become another one. */
  move(): void;
  isHere(delivery: Delivery): boolean;
  /** Whether moment, page and element are there. */
  isReady(one: Candidate): boolean;
  hasElement(one: Candidate): boolean;
  /** It is shown now: its moment is over. */
  begin(one: Candidate): void;
  stop(): void;
}

/** What {@link createCandidates} is made with. */
export interface CandidatesOptions {
  readonly client: Client;
  readonly scout: Scout;
  path(): string;
  isOurs(element: Element): boolean;
  seenBy(element: Element, onSeen: () => void): () => void;
  /** Something may have become ready. */
  onChange(): void;
  onError(error: Error): void;
}

/** An element that is not found for so long is told of, once a page load. */
const NEVER_FOUND = 5_000;
/** Most campaigns that code may ask for before they are delivered. */
const ASKED = 100;

/** What stays the same as long as it waits is kept in these; nobody else writes them. */
interface Waiting extends Candidate {
  delivery: Delivery;
  follow: Follow | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Keeps what is delivered. */
export function createCandidates(options: CandidatesOptions): Candidates {
  const { client, scout, path, isOurs, onChange, onError } = options;
  const all = new Map<string, Waiting>();
  const reported = new Set<string>();
  const asked = new Set<string>();

  const isHere = (delivery: Delivery) =>
    pageMatches(delivery.placement.pages, path()) &&
    pageMatches(partsOf(delivery)[0]?.placement.pages, path());

  const hasElement = ({ follow, delivery }: Candidate) => {
    if (follow === null) return true;
    const { element } = follow.found();
    if (delivery.content.kind === 'card') return element?.isConnected === true;
    return !['missing', 'hidden'].includes(sightOf(element, null, isOurs));
  };

  const search = (one: Waiting) => {
    const anchor = partsOf(one.delivery)[0]?.anchor ?? null;
    if (anchor === null || one.follow !== null) return;
    one.follow = scout.follow(anchor, onChange);
    one.timer = setTimeout(() => {
      const { campaignId } = one.delivery;
      if (hasElement(one) || reported.has(campaignId) || !isHere(one.delivery)) return;
      reported.add(campaignId);
      const { tried = [], element = null } = one.follow?.found() ?? {};
      tellOf(client, one.delivery, 'anchor_lost', { tried: element ? ['hidden'] : [...tried] });
    }, NEVER_FOUND);
  };
  const forget = (one: Waiting) => {
    clearTimeout(one.timer);
    one.follow?.stop();
    one.follow = null;
  };
  const remove = (one: Waiting) => {
    one.moments.stop();
    forget(one);
    all.delete(one.delivery.campaignId);
  };
  const matches = async (where: object, event: ToldEvent): Promise<boolean> => {
    try {
      // Most pages have loaded the forecast by now, and conditions with it.
      const { compileCondition } = await import('@waymark/engine/prediction');
      return compileCondition(where as never)({ ...event, event: event.name } as never);
    } catch (error) {
      onError(error as Error);
      return false;
    }
  };

  return {
    all,
    isHere,
    hasElement,
    receive({ deliveries, standby }) {
      const known = new Map([...standby, ...deliveries].map((one) => [one.campaignId, one]));
      for (const one of [...all.values()]) {
        const now = known.get(one.delivery.campaignId);
        one.refusedUntil = 0;
        if (now === undefined || !isSame(now.triggers, one.delivery.triggers)) remove(one);
        else if (!isSame(now, one.delivery)) {
          one.delivery = now;
          forget(one);
        }
      }
      for (const delivery of known.values()) {
        if (all.has(delivery.campaignId)) continue;
        const moments = waitFor({ delivery, scout, seenBy: options.seenBy, matches, onCome: onChange });
        const one = { delivery, moments, follow: null, timer: undefined, refusedUntil: 0, claiming: false };
        all.set(delivery.campaignId, one);
        moments.move(isHere(delivery));
        if (asked.delete(delivery.campaignId)) moments.happen({ kind: 'code' });
      }
    },
    start(campaignId) {
      const one = all.get(campaignId);
      if (one) one.moments.happen({ kind: 'code' });
      else if (asked.size < ASKED) asked.add(campaignId);
    },
    move() {
      for (const { moments, delivery } of all.values()) {
        moments.move(false);
        moments.move(isHere(delivery));
        moments.happen({ kind: 'route' });
      }
    },
    isReady(one) {
      if (one.claiming || one.refusedUntil > Date.now()) return false;
      if (one.moments.come.size === 0 || !isHere(one.delivery)) return false;
      search(one as Waiting);
      return hasElement(one);
    },
    begin(one) {
      one.moments.reset();
      forget(one as Waiting);
    },
    stop() {
      for (const one of [...all.values()]) remove(one);
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
