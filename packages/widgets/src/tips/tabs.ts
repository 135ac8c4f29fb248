/** What one tab tells the others. */
export type TabNews =
  | { readonly kind: 'shown'; readonly campaignId: string; readonly limits: readonly string[] }
  | { readonly kind: 'ended'; readonly campaignId: string; readonly until: number };

/** The tabs of one product in one browser, so that no two of them show the same. */
export interface Tabs {
  /** Takes a campaign for this tab; null when another one has it. Returns what gives it back. */
  hold(name: string): Promise<(() => void) | null>;
  tell(news: TabNews): void;
  /** Lets go of everything that keeps a page out of the back/forward cache. */
  rest(): void;
  /** Listens to the others again. */
  wake(): void;
}

/** Joins the tabs. Where the browser has no locks (https://caniuse.com/mdn-api_lockmanager) the hub's count alone decides. */
export function joinTabs(onNews: (news: TabNews) => void): Tabs {
  const held = new Set<() => void>();
  let channel: BroadcastChannel | null = null;
  const open = () => {
    try {
      channel ??= new BroadcastChannel('waymark:tips');
      channel.onmessage = ({ data }) => onNews(data);
    } catch {
      // Older browsers and odd origins: then this tab knows only of itself.
    }
  };
  open();
  return {
    hold(name) {
      const locks = globalThis.navigator?.locks;
      if (!locks) return Promise.resolve(() => {});
      return new Promise((resolve) => {
        locks
          .request(`waymark:tip:${name}`, { ifAvailable: true }, (lock) => {
            if (lock === null) return resolve(null);
            return new Promise<void>((free) => {
              const release = () => {
                held.delete(release);
                free();
              };
              held.add(release);
              resolve(release);
            });
          })
          // A page without an origin of its own may not lock.
          .catch(() => resolve(() => {}));
      });
    },
    tell(news) {
      channel?.postMessage(news);
    },
    rest() {
      for (const release of [...held]) release();
      channel?.close();
      channel = null;
    },
    wake: open,
  };
}
