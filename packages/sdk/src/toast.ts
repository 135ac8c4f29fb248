import type { Snapshot } from '@waymark/contracts';
import type { MountToastOptions, ToastHandle } from '@waymark/widgets/toast';

/** The toast of one client, loaded with the first award there is to tell of. */
export interface LateToast {
  /** Silences it while the user center is open. */
  setHushed(hushed: boolean): void;
  dispose(): void;
}

/** Watches for awards; `load` is called once, when there is one to tell of. */
export function createToast(
  options: MountToastOptions,
  load: () => Promise<typeof import('@waymark/widgets/toast') | undefined>,
): LateToast {
  let hushed = false;
  let before: Snapshot | null = null;
  let toast: ToastHandle | undefined;
  let done = false;
  let disposed = false;

  const stop = options.client.view.subscribe(({ snapshot }) => {
    const since = before;
    before = snapshot;
    if (done || since === null || snapshot === null || hushed || snapshot.preferences.quiet) return;
    if (since.user.id !== snapshot.user.id || awardsOf(snapshot) <= awardsOf(since)) return;
    done = true;
    void load().then((module) => {
      if (module === undefined || disposed) return;
      toast = module.mountToast({ ...options, since });
      toast.setHushed(hushed);
      stop();
    });
  });

  return {
    setHushed(next) {
      hushed = next;
      toast?.setHushed(next);
    },
    dispose() {
      disposed = true;
      stop();
      toast?.dispose();
    },
  };
}

/** How much there is to tell of: levels, tiers of badges, quests done. */
function awardsOf({ level, badges, quests }: Pick<Snapshot, 'level' | 'badges' | 'quests'>): number {
  const tiers = badges
    .flatMap((badge) => badge.tiers)
    .filter(({ earnedAt, withheld }) => withheld ?? earnedAt);
  return level + tiers.length + quests.filter(({ state }) => state === 'done').length;
}
