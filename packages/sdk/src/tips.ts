import type { Client } from '@waymark/contracts';
import type { TipsHandle, TipsOptions, Why } from '@waymark/widgets/tips';

/** The tips of one client, loaded with the first thing there may be to show. */
export interface LateTips {
  start(campaignId: string): void;
  why(campaignId: string): Promise<Why>;
  dispose(): void;
}

/** Where tips keep what this tab was showing when the page was left. */
const RECORD_KEY = 'waymark:tips';

/** Watches for deliveries; `load` is called once there is one, or when the page before this one left something open. */
export function createTips(
  options: TipsOptions,
  load: () => Promise<typeof import('@waymark/widgets/tips') | undefined>,
): LateTips {
  const asked: string[] = [];
  let tips: TipsHandle | undefined;
  let isBegun = false;
  let disposed = false;

  const begin = () => {
    if (isBegun) return;
    isBegun = true;
    void load().then((module) => {
      // What failed to load is tried anew with the next word of the hub.
      if (module === undefined) isBegun = false;
      else if (!disposed) {
        tips = module.startTips(options);
        for (const campaignId of asked.splice(0)) tips.start(campaignId);
      }
    });
  };
  if (hasRecord()) begin();
  const stop = options.client.view.subscribe(({ snapshot }) => {
    const campaigns = snapshot?.campaigns;
    if (campaigns && campaigns.deliveries.length + campaigns.standby.length > 0) begin();
  });

  return {
    start(campaignId) {
      if (tips) tips.start(campaignId);
      else if (asked.length < 100) asked.push(campaignId);
    },
    why: async (campaignId) => tips?.why(campaignId) ?? unknown(options.client, campaignId),
    dispose() {
      disposed = true;
      stop();
      tips?.dispose();
    },
  };
}

function unknown({ view }: Client, campaignId: string): Why {
  const says =
    view.get().snapshot === null
      ? 'the hub has not answered yet'
      : 'the hub delivers nothing to this person: ask the hub why';
  return {
    campaignId,
    state: 'absent',
    stoppedBy: 'delivery',
    gates: [{ gate: 'delivery', passed: false, says }],
  };
}

function hasRecord(): boolean {
  try {
    return sessionStorage.getItem(RECORD_KEY) !== null;
  } catch {
    return false;
  }
}
