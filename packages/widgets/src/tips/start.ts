import type { Deliveries, Delivery } from '@waymark/contracts';
import { mayShow, nextInterrupt, pageMatches } from '@waymark/engine/arbiter';
import { createScout, type Follow } from './anchors/scout.js';
import { sightOf } from './anchors/sight.js';
import { listenToPage } from './listen.js';
import { type Moments, waitFor } from './moments.js';
import type { TipsHandle, TipsOptions, ToldEvent } from './options.js';
import { partsOf } from './part.js';
import { createRecord, type Open } from './record.js';
import { watchRoute } from './route.js';
import { createShowing, type Showing, tellOf } from './showing.js';
import { joinTabs } from './tabs.js';
import { type Knowledge, whyOf } from './why.js';

/** What was refused is asked for again after so many milliseconds at the earliest, and with the hub's next word. */
const REFUSED = 30_000;
/** A tour out of sight for so long lets something else interrupt. */
const PARKED = 10_000;
/** An element that is not found for so long is told of, once. */
const NEVER_FOUND = 5_000;

interface Candidate {
  delivery: Delivery;
  moments: Moments;
  /** Looks for its element once its moment has come. */
  follow: Follow | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  refusedUntil: number;
  claiming: boolean;
}

const NOTHING: Deliveries = { deliveries: [], standby: [], allowances: {} };

/**
 * Starts tips on this page: waits for the moments of what the hub delivers, and shows it.
 *
 * @example
 * const tips = startTips({ client, theme: 'light', onError: console.warn });
 * tips.start('hello');
 */
export function startTips(options: TipsOptions): TipsHandle {
  const { client, listen, onError = () => {}, load = () => import('./view/index.js') } = options;
  const record = createRecord();
  const candidates = new Map<string, Candidate>();
  const showings = new Map<string, { showing: Showing; release: () => void }>();
  const reported = new Set<string>();
  /** What the page's code began before the hub delivered it. */
  const asked = new Set<string>();
  let campaigns = NOTHING;
  let uncounted: { readonly limits: string[] }[] = [];
  let member: string | null = null;
  let disposed = false;
  let isDue = false;

  /** Nothing of ours may break the page: what fails is told, and left. */
  const guard = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      onError(error as Error);
      return undefined;
    }
  };
  const isOurs = (element: Element) => [...showings.values()].some(({ showing }) => showing.isOurs(element));
  const who = () => member ?? record.member();
  const keep = () => {
    const key = who();
    if (key !== null)
      record.keep(
        key,
        [...showings.values()].map(({ showing }) => showing),
      );
  };

  const tabs = joinTabs((news) => {
    if (news.kind === 'shown') uncounted.push({ limits: [...news.limits] });
    else if (member !== null) record.end(member, news.campaignId, news.until);
    consider();
  });
  const page = listenToPage({
    onHappening: (happening) =>
      guard(() => {
        for (const { moments } of candidates.values()) moments.happen(happening);
      }),
    onFree: consider,
    onLeave: () => tabs.rest(),
    onReturn: () => guard(comeBack),
  });
  const scout = createScout(page.watch);
  const route = watchRoute(() =>
    guard(() => {
      for (const { moments, delivery } of candidates.values()) {
        moments.move(false);
        moments.move(isHere(delivery));
        moments.happen({ kind: 'route' });
      }
      for (const { showing } of showings.values()) showing.move();
      consider();
    }),
  );

  const isHere = (delivery: Delivery) =>
    pageMatches(partsOf(delivery)[0]?.placement.pages, route.path()) &&
    pageMatches(delivery.placement.pages, route.path());

  const isOver = ({ campaignId }: Delivery) => member !== null && record.isOver(member, campaignId);
  const hasElement = ({ follow, delivery }: Candidate) => {
    if (follow === null) return true;
    const { element } = follow.found();
    if (delivery.content.kind === 'card') return element?.isConnected === true;
    return !['missing', 'hidden'].includes(sightOf(element, null, isOurs));
  };
  const interrupting = () => {
    const now = Date.now();
    return (
      [...candidates.values()].some(
        ({ claiming, delivery }) => claiming && delivery.channel === 'interrupt',
      ) ||
      [...showings.values()].some(({ showing }) => {
        const since = showing.awaySince();
        return showing.delivery.channel === 'interrupt' && (since === null || now - since < PARKED);
      })
    );
  };

  /** Whether a campaign could be shown here and now. */
  const isReady = (delivery: Delivery): boolean => {
    const one = candidates.get(delivery.campaignId);
    if (one === undefined || one.claiming || one.moments.come.size === 0) return false;
    if (showings.has(delivery.campaignId) || isOver(delivery) || one.refusedUntil > Date.now()) return false;
    if (!isHere(delivery) || !mayShow(delivery, campaigns, uncounted)) return false;
    return hasElement(search(one));
  };

  /** Looks for the element of a campaign whose moment has come. */
  const search = (one: Candidate): Candidate => {
    const anchor = partsOf(one.delivery)[0]?.anchor ?? null;
    if (anchor === null || one.follow !== null) return one;
    one.follow = scout.follow(anchor, consider);
    one.timer = setTimeout(() => {
      const { campaignId } = one.delivery;
      if (hasElement(one) || reported.has(campaignId) || !isHere(one.delivery)) return;
      reported.add(campaignId);
      const { tried, element } = one.follow?.found() ?? { tried: [], element: null };
      tellOf(client, one.delivery, 'anchor_lost', { tried: element ? ['hidden'] : [...tried] });
    }, NEVER_FOUND);
    return one;
  };
  const forget = (one: Candidate) => {
    clearTimeout(one.timer);
    one.follow?.stop();
    one.follow = null;
  };

  /** Shows what may be shown, soon: however much happens at once, it is thought over once. */
  function consider() {
    if (isDue || disposed) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      guard(() => {
        if (disposed || !page.isFree()) return;
        for (const delivery of campaigns.deliveries) {
          if (delivery.channel !== 'interrupt' && delivery.channel !== 'feed' && isReady(delivery))
            void begin(delivery);
        }
        if (interrupting()) return;
        const next = nextInterrupt(campaigns, isReady);
        if (next !== null) void begin(next);
      });
    });
  }

  async function begin(delivery: Delivery): Promise<void> {
    const { campaignId } = delivery;
    const one = candidates.get(campaignId);
    if (one === undefined) return;
    one.claiming = true;
    const loading = load();
    // Whoever waits for it hears of its failure below.
    loading.catch(() => {});
    try {
      const release = await tabs.hold(`${who()} ${campaignId}`);
      const granted = release !== null && !disposed && (await client.claim(campaignId));
      if (release === null || !granted || disposed) {
        one.refusedUntil = Date.now() + REFUSED;
        release?.();
        return;
      }
      uncounted.push(delivery);
      tabs.tell({ kind: 'shown', campaignId, limits: delivery.limits });
      one.moments.reset();
      forget(one);
      await show({ delivery, at: 0, trail: [] }, release, loading);
    } catch (error) {
      one.refusedUntil = Date.now() + REFUSED;
      onError(error as Error);
    } finally {
      one.claiming = false;
      consider();
    }
  }

  async function show(open: Open, release: () => void, loading: ReturnType<typeof load>): Promise<void> {
    const { campaignId } = open.delivery;
    try {
      const { mountTip } = await loading;
      if (disposed || showings.has(campaignId)) return release();
      const showing = createShowing({
        ...open,
        client,
        scout,
        mount: mountTip,
        appearance: options,
        path: route.path,
        mayReturn: () => open.delivery.channel !== 'interrupt' || !isOtherInSight(campaignId),
        isOurs,
        onMove: keep,
        onEnd(until) {
          showings.delete(campaignId);
          const key = who();
          if (key !== null) record.end(key, campaignId, until);
          keep();
          tabs.tell({ kind: 'ended', campaignId, until });
          release();
          consider();
        },
        onStart: start,
        onError,
      });
      showings.set(campaignId, { showing, release });
      keep();
    } catch (error) {
      release();
      throw error;
    }
  }
  const isOtherInSight = (campaignId: string) =>
    [...showings.values()].some(
      ({ showing: { delivery, awaySince } }) =>
        delivery.campaignId !== campaignId && delivery.channel === 'interrupt' && awaySince() === null,
    );

  /** Goes on with what was shown before a reload, before the hub has said anything. */
  const resume = () => {
    for (const open of record.open()) {
      const { campaignId } = open.delivery;
      void (async () => {
        try {
          const loading = load();
          const holding = tabs.hold(`${who()} ${campaignId}`);
          let release: (() => void) | null = null;
          await show(open, () => release?.(), loading);
          release = await holding;
          // Another tab has it: a window that this one opened begins with a copy of its record.
          if (release === null) drop(campaignId);
          else if (!showings.has(campaignId)) release();
        } catch (error) {
          onError(error as Error);
        }
      })();
    }
  };
  const drop = (campaignId: string) => {
    const shown = showings.get(campaignId);
    showings.delete(campaignId);
    shown?.showing.close();
    shown?.release();
    keep();
  };
  /** Back from the browser's cache of pages: what this tab has shown since goes on here. */
  const comeBack = () => {
    const open = new Map(record.open().map((one) => [one.delivery.campaignId, one]));
    for (const [campaignId, { showing }] of [...showings]) {
      const now = open.get(campaignId);
      if (now === undefined) drop(campaignId);
      else {
        showing.move(now);
        void tabs.hold(`${who()} ${campaignId}`).then((release) => {
          const shown = showings.get(campaignId);
          if (release === null) drop(campaignId);
          else if (shown) shown.release = release;
        });
      }
    }
  };

  const receive = (next: Deliveries) => {
    campaigns = next;
    uncounted = [];
    const known = new Map([...next.standby, ...next.deliveries].map((one) => [one.campaignId, one]));
    for (const [campaignId, one] of candidates) {
      const now = known.get(campaignId);
      one.refusedUntil = 0;
      if (now && JSON.stringify(now) === JSON.stringify(one.delivery)) continue;
      if (now && JSON.stringify(now.triggers) === JSON.stringify(one.delivery.triggers)) {
        one.delivery = now;
        forget(one);
        continue;
      }
      one.moments.stop();
      forget(one);
      candidates.delete(campaignId);
    }
    for (const delivery of known.values()) {
      showings.get(delivery.campaignId)?.showing.update(delivery);
      if (candidates.has(delivery.campaignId)) continue;
      const moments = waitFor({ delivery, scout, seenBy: page.seenBy, matches, onCome: consider });
      candidates.set(delivery.campaignId, {
        delivery,
        moments,
        follow: null,
        timer: undefined,
        refusedUntil: 0,
        claiming: false,
      });
      moments.move(isHere(delivery));
      if (asked.delete(delivery.campaignId)) moments.happen({ kind: 'code' });
    }
    consider();
  };

  const clear = () => {
    receive(NOTHING);
    for (const campaignId of [...showings.keys()]) drop(campaignId);
  };

  const matches = async (where: object, event: ToldEvent): Promise<boolean> => {
    try {
      const { compileCondition } = await import('@waymark/engine/conditions');
      return compileCondition(where as never)({ ...event, event: event.name } as never);
    } catch (error) {
      onError(error as Error);
      return false;
    }
  };

  function start(campaignId: string) {
    guard(() => {
      const one = candidates.get(campaignId);
      if (one === undefined) asked.add(campaignId);
      else one.moments.happen({ kind: 'code' });
    });
  }

  guard(resume);
  const stopView = client.view.subscribe(({ snapshot }) =>
    guard(() => {
      if (snapshot === null) {
        // Nobody is there any more, where somebody was.
        if (member !== null) clear();
        member = null;
        return;
      }
      const key = JSON.stringify([snapshot.company.id, snapshot.user.id]);
      const before = member ?? record.member();
      if (before !== null && before !== key) clear();
      member = key;
      const next = snapshot.campaigns ?? NOTHING;
      if (next !== campaigns) receive(next);
    }),
  );
  const stopEvents = listen?.((event) =>
    guard(() => {
      for (const { showing } of showings.values()) showing.tell(event.name);
      for (const { moments } of candidates.values()) moments.happen({ kind: 'event', event });
    }),
  );

  return {
    start,
    why: (campaignId) => {
      const one = candidates.get(campaignId);
      const knowledge: Knowledge = {
        campaignId,
        standing: campaigns.standby.some((other) => other.campaignId === campaignId),
        delivery: one?.delivery ?? null,
        path: route.path(),
        isHere: one !== undefined && isHere(one.delivery),
        moments: one?.moments ?? null,
        allowances: campaigns.allowances,
        mayShow: one !== undefined && mayShow(one.delivery, campaigns, uncounted),
        found: one?.follow ? one.follow.found() : null,
        needsElement: one !== undefined && partsOf(one.delivery)[0]?.anchor != null,
        hasElement: one === undefined || hasElement(one),
        interrupting: [...showings.values()].find(
          ({ showing }) =>
            showing.delivery.channel === 'interrupt' && showing.delivery.campaignId !== campaignId,
        )?.showing.delivery.campaignId,
        claiming: one?.claiming ?? false,
        refused: (one?.refusedUntil ?? 0) > Date.now(),
        over: one !== undefined && isOver(one.delivery),
        showing: showings.get(campaignId)?.showing ?? null,
      };
      return whyOf(knowledge);
    },
    dispose() {
      disposed = true;
      stopEvents?.();
      stopView();
      for (const one of candidates.values()) {
        one.moments.stop();
        forget(one);
      }
      for (const { showing } of showings.values()) showing.close();
      route.stop();
      page.stop();
      scout.stop();
      tabs.rest();
    },
  };
}
