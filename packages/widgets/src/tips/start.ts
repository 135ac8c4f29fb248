import type { Deliveries, Delivery } from '@waymark/contracts';
import { mayShow, nextInterrupt } from '@waymark/engine/arbiter';
import { createScout } from './anchors/scout.js';
import { createCandidates } from './candidates.js';
import { listenToPage } from './listen.js';
import type { TipsHandle, TipsOptions } from './options.js';
import { watchRoute } from './route.js';
import { createStage } from './stage.js';
import { joinTabs } from './tabs.js';

/** What was refused is asked for again after so many milliseconds at the earliest, or with the hub's next word. */
const REFUSED = 30_000;

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
  let campaigns = NOTHING;
  /** Shown since the hub counted last. */
  let uncounted: { readonly limits: string[] }[] = [];
  let isDue = false;
  let disposed = false;

  /** Nothing of ours may break the page: what fails is told, and left. */
  const guarded =
    <Args extends unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      try {
        act(...args);
      } catch (error) {
        onError(error as Error);
      }
    };

  const tabs = joinTabs((news) => {
    if (news.kind === 'shown') uncounted.push({ limits: [...news.limits] });
    else stage.end(news.campaignId, news.until);
    consider();
  });
  const page = listenToPage({
    onHappening: guarded((happening) => {
      for (const { moments } of candidates.all.values()) moments.happen(happening);
    }),
    onFree: consider,
    onLeave: tabs.rest,
    onReturn: guarded(() => stage.comeBack()),
  });
  const scout = createScout(page.watch);
  const route = watchRoute(
    guarded(() => {
      candidates.move();
      for (const showing of stage.all()) showing.move();
      consider();
    }),
  );
  const stage = createStage({
    client,
    scout,
    tabs,
    appearance: options,
    load,
    path: route.path,
    onStart: start,
    onFree: consider,
    onError,
  });
  const candidates = createCandidates({
    client,
    scout,
    path: route.path,
    isOurs: stage.isOurs,
    seenBy: page.seenBy,
    onChange: consider,
    onError,
  });

  function start(campaignId: string) {
    guarded(candidates.start)(campaignId);
  }

  /** Whether a campaign could be shown here and now. */
  const isReady = (delivery: Delivery): boolean => {
    const one = candidates.all.get(delivery.campaignId);
    return (
      one !== undefined &&
      stage.get(delivery.campaignId) === undefined &&
      !stage.isOver(delivery.campaignId) &&
      mayShow(delivery, campaigns, uncounted) &&
      candidates.isReady(one)
    );
  };

  /** Shows what may be shown, soon: however much happens at once, it is thought over once. */
  function consider() {
    if (isDue) return;
    isDue = true;
    queueMicrotask(
      guarded(() => {
        isDue = false;
        if (disposed || !page.isFree()) return;
        for (const delivery of campaigns.deliveries) {
          const { channel } = delivery;
          if (channel !== 'interrupt' && channel !== 'feed' && isReady(delivery)) void begin(delivery);
        }
        const isTaken = [...candidates.all.values()].some(
          ({ claiming, delivery }) => claiming && delivery.channel === 'interrupt',
        );
        const next = isTaken || stage.interrupting() ? null : nextInterrupt(campaigns, isReady);
        if (next !== null) void begin(next);
      }),
    );
  }

  async function begin(delivery: Delivery): Promise<void> {
    const { campaignId, limits } = delivery;
    const one = candidates.all.get(campaignId);
    if (one === undefined) return;
    one.claiming = true;
    // Taken before it is granted, so that two that ask at once do not share the last of an allowance.
    const taken = { limits };
    uncounted.push(taken);
    const era = stage.era();
    const loading = load();
    // Whoever waits for it hears of its failure below.
    loading.catch(() => {});
    try {
      const release = await stage.hold(campaignId);
      const isGranted = release !== null && era === stage.era() && (await client.claim(campaignId));
      if (release === null || !isGranted || era !== stage.era()) {
        one.refusedUntil = Date.now() + REFUSED;
        uncounted = uncounted.filter((other) => other !== taken);
        release?.();
        return;
      }
      tabs.tell({ kind: 'shown', campaignId, limits });
      candidates.begin(one);
      await stage.show({ delivery, at: 0, trail: [] }, release, loading);
    } catch (error) {
      one.refusedUntil = Date.now() + REFUSED;
      onError(error as Error);
    } finally {
      one.claiming = false;
      consider();
    }
  }

  const receive = (next: Deliveries) => {
    campaigns = next;
    uncounted = [];
    candidates.receive(next);
    for (const delivery of [...next.standby, ...next.deliveries])
      stage.get(delivery.campaignId)?.update(delivery);
    consider();
  };

  guarded(stage.resume)();
  const stopView = client.view.subscribe(
    guarded(({ snapshot }) => {
      const member = snapshot && JSON.stringify([snapshot.company.id, snapshot.user.id]);
      if (stage.enter(member)) receive(NOTHING);
      const next = snapshot?.campaigns ?? NOTHING;
      if (next !== campaigns) receive(next);
    }),
  );
  const stopEvents = listen?.(
    guarded((event) => {
      for (const showing of stage.all()) showing.tell(event.name);
      for (const { moments } of candidates.all.values()) moments.happen({ kind: 'event', event });
    }),
  );

  return {
    start,
    why: async (campaignId) => {
      // Only who looks into it needs words for it.
      const { whyOf } = await import('./why.js');
      return whyOf(campaignId, { campaigns, uncounted, candidates, stage, path: route.path() });
    },
    dispose() {
      disposed = true;
      stopEvents?.();
      stopView();
      candidates.stop();
      stage.stop();
      route.stop();
      page.stop();
      scout.stop();
      tabs.rest();
    },
  };
}
