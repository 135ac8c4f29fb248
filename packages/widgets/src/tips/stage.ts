import type { Client } from '@waymark/contracts';
import type { Appearance } from '../surface/options.js';
import type { Scout } from './anchors/scout.js';
import type { TipsKey } from './messages.js';
import type { TipsOptions } from './options.js';
import { createRecord, type Open } from './record.js';
import { createShowing, type Showing } from './showing.js';
import type { Tabs } from './tabs.js';

/** What is being shown in this tab, and what was a moment ago in this browser. */
export interface Stage {
  get(campaignId: string): Showing | undefined;
  all(): Showing[];
  isOurs(element: Element): boolean;
  /** What interrupts; a tour that has been out of sight for a while interrupts nobody. */
  interrupting(): Showing | undefined;
  /** Whether a campaign is over here, though the hub may not know yet. */
  isOver(campaignId: string): boolean;
  end(campaignId: string, until: number): void;
  /** Counts up with each person: what was begun for one is not shown to the next. */
  era(): number;
  /** Says who is there; somebody else finds nothing of whoever was there before. Returns whether that is so. */
  enter(member: string | null): boolean;
  hold(campaignId: string): Promise<(() => void) | null>;
  /** Shows something once what draws it is there. */
  show(open: Open, release: () => void, loading: Loading): Promise<void>;
  /** Goes on with what was shown before a reload, before the hub has said anything. */
  resume(): void;
  /** Back from the browser's cache of pages: what this tab has shown since goes on here. */
  comeBack(): void;
  stop(): void;
}

/** What draws, on its way. */
export type Loading = ReturnType<NonNullable<TipsOptions['load']>>;

/** What {@link createStage} is made with. */
export interface StageOptions {
  readonly client: Client;
  readonly scout: Scout;
  readonly tabs: Tabs;
  readonly appearance: Appearance<TipsKey>;
  load(): Loading;
  path(): string;
  onStart(campaignId: string): void;
  /** There is room for something else. */
  onFree(): void;
  onError(error: Error): void;
}

/** A tour out of sight for so long lets something else interrupt. */
const PARKED = 10_000;

/** Keeps what is shown. */
export function createStage(options: StageOptions): Stage {
  const { client, scout, tabs, appearance, load, path, onStart, onFree, onError } = options;
  const record = createRecord();
  const shown = new Map<string, { showing: Showing; release: () => void }>();
  let member: string | null = null;
  let era = 0;
  let parking: ReturnType<typeof setTimeout> | undefined;

  const who = () => member ?? record.member();
  const all = () => [...shown.values()].map(({ showing }) => showing);
  const keep = () => {
    const key = who();
    if (key !== null) record.keep(key, all());
  };
  const end = (campaignId: string, until: number) => {
    const key = who();
    if (key !== null) record.end(key, campaignId, until);
  };
  const hold = (campaignId: string) => tabs.hold(`${who()} ${campaignId}`);
  const isOurs = (element: Element) => all().some((showing) => showing.isOurs(element));
  const drop = (campaignId: string) => {
    const one = shown.get(campaignId);
    shown.delete(campaignId);
    one?.showing.close();
    one?.release();
    keep();
  };

  /** Once it has been away for long enough, something else may interrupt. */
  const park = () => {
    clearTimeout(parking);
    parking = setTimeout(onFree, PARKED + 1);
  };

  const show: Stage['show'] = async (open, release, loading) => {
    const { campaignId, channel } = open.delivery;
    const begun = era;
    try {
      const { mountTip } = await loading;
      if (begun !== era || shown.has(campaignId)) return release();
      const isOtherInSight = () =>
        all().some(
          ({ delivery, awaySince }) =>
            delivery.campaignId !== campaignId && delivery.channel === 'interrupt' && awaySince() === null,
        );
      const showing = createShowing({
        ...open,
        client,
        scout,
        mount: mountTip,
        appearance,
        path,
        mayReturn: () => channel !== 'interrupt' || !isOtherInSight(),
        isOurs,
        onAway: park,
        onMove: keep,
        onEnd(until) {
          const own = shown.get(campaignId);
          shown.delete(campaignId);
          end(campaignId, until);
          keep();
          tabs.tell({ kind: 'ended', campaignId, until });
          own?.release();
          // What had to make way may come back.
          for (const other of all()) if (other.awaySince() !== null) other.move();
          onFree();
        },
        onStart,
        onError,
      });
      shown.set(campaignId, { showing, release });
      keep();
      park();
    } catch (error) {
      release();
      throw error;
    }
  };

  return {
    get: (campaignId) => shown.get(campaignId)?.showing,
    all,
    isOurs,
    end,
    hold,
    show,
    era: () => era,
    interrupting: () =>
      all().find(({ delivery, awaySince }) => {
        const since = awaySince();
        return delivery.channel === 'interrupt' && (since === null || Date.now() - since < PARKED);
      }),
    isOver(campaignId) {
      const key = who();
      return key !== null && record.isOver(key, campaignId);
    },
    enter(next) {
      const before = next === null ? member : who();
      const isOther = before !== null && before !== next;
      if (isOther) {
        era++;
        for (const campaignId of [...shown.keys()]) drop(campaignId);
        record.keep(before, []);
      }
      member = next;
      return isOther;
    },
    resume() {
      for (const open of record.open()) {
        const { campaignId } = open.delivery;
        void (async () => {
          const holding = hold(campaignId);
          await show(open, () => {}, load());
          const release = await holding;
          const one = shown.get(campaignId);
          // Another tab has it: a window that this one opened begins with a copy of its record.
          if (release === null) drop(campaignId);
          else if (one) one.release = release;
          else release();
        })().catch(onError);
      }
    },
    comeBack() {
      tabs.wake();
      const open = new Map(record.open().map((one) => [one.delivery.campaignId, one]));
      for (const [campaignId, one] of [...shown]) {
        const now = open.get(campaignId);
        if (now === undefined) {
          drop(campaignId);
          continue;
        }
        one.showing.move(now);
        void hold(campaignId).then((release) => {
          if (release === null) drop(campaignId);
          else if (shown.has(campaignId)) one.release = release;
          else release();
        });
      }
    },
    stop() {
      era++;
      clearTimeout(parking);
      for (const showing of all()) showing.close();
    },
  };
}
