import type { Delivery } from '@waymark/contracts';

/** Something that is being shown, as it is kept over a reload. */
export interface Open {
  readonly delivery: Delivery;
  /** Index of the step. */
  readonly at: number;
  /** Indexes of the steps before it, for Back. */
  readonly trail: readonly number[];
}

/** What this tab shows, kept until the tab is closed; and what has ended in this browser, until the hub knows of it. */
export interface TipsRecord {
  /** Whose it is; null where nothing is kept. */
  member(): string | null;
  open(): readonly Open[];
  keep(member: string, open: readonly Open[]): void;
  /** Whether a campaign was dismissed, completed or put off here a moment ago. */
  isOver(member: string, campaignId: string): boolean;
  end(member: string, campaignId: string, until: number): void;
}

/** Where it is kept; the SDK asks whether there is anything. */
export const RECORD_KEY = 'waymark:tips';

interface Kept {
  readonly member: string;
  readonly open: readonly Open[];
}

/** Reads and writes the record; where storage is refused, nothing outlives the page. */
export function createRecord(): TipsRecord {
  const kept = () => read(() => sessionStorage) as Kept | null;
  const over = new Map<string, number>();
  const known = () => (read(() => localStorage) ?? {}) as { [key: string]: number };
  return {
    member: () => kept()?.member ?? null,
    open: () => {
      const open = kept()?.open;
      return Array.isArray(open) ? open : [];
    },
    keep: (member, open) => {
      write(
        () => sessionStorage,
        open.length === 0
          ? null
          : ({
              member,
              open: open.map(({ delivery, at, trail }) => ({ delivery, at, trail })),
            } satisfies Kept),
      );
    },
    isOver: (member, campaignId) => {
      const key = `${member} ${campaignId}`;
      return Math.max(over.get(key) ?? 0, known()[key] ?? 0) > Date.now();
    },
    end: (member, campaignId, until) => {
      const now = Date.now();
      over.set(`${member} ${campaignId}`, until);
      const rest = Object.entries(known()).filter(([, time]) => time > now);
      write(() => localStorage, Object.fromEntries([...rest, [`${member} ${campaignId}`, until]]));
    },
  };
}

function read(storage: () => Storage): unknown {
  try {
    return JSON.parse(storage().getItem(RECORD_KEY) ?? 'null');
  } catch {
    return null;
  }
}

function write(storage: () => Storage, value: object | null): void {
  try {
    if (value === null) storage().removeItem(RECORD_KEY);
    else storage().setItem(RECORD_KEY, JSON.stringify(value));
  } catch {
    // Private windows and full disks: this page still remembers.
  }
}
