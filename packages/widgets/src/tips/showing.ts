import type { ButtonAction, Client, Delivery, ImpressionProperties, JsonObject } from '@waymark/contracts';
import { pageMatches } from '@waymark/engine/arbiter';
import type { Appearance } from '../surface/options.js';
import type { Scout } from './anchors/scout.js';
import type { Box } from './anchors/sight.js';
import { createTarget, type Target } from './anchors/target.js';
import type { TipsKey } from './messages.js';
import type { Part } from './part.js';
import { partsOf } from './part.js';
import type { Open } from './record.js';
import type { mountTip, TipView } from './view/index.js';

/** A campaign that is being shown: it may be away with its target, or wait for its page. */
export interface Showing extends Open {
  /** Since when it has not been seen, in milliseconds; null while it is. */
  awaySince(): number | null;
  says(): string;
  update(delivery: Delivery): void;
  /** An event was told; a step may have waited for it. */
  tell(event: string): void;
  /** Goes where another page of this tab has gone, or looks whether this is its page. */
  move(to?: Open): void;
  isOurs(element: Element): boolean;
  /** Takes it away without a word to the hub. */
  close(): void;
}

/** What a {@link Showing} is made with. */
export interface ShowingOptions extends Open {
  readonly client: Client;
  readonly scout: Scout;
  readonly mount: typeof mountTip;
  readonly appearance: Appearance<TipsKey>;
  path(): string;
  /** Whether it may come back to where something else may be by now. */
  mayReturn(): boolean;
  isOurs(element: Element): boolean;
  /** Called when it can be seen no more. */
  onAway(): void;
  /** Called when it moved on. */
  onMove(): void;
  /** Called when it is over: until when it stays away, by the browser's own word. */
  onEnd(until: number): void;
  onStart(campaignId: string): void;
  onError(error: Error): void;
}

/** What is lost for so long is told, in milliseconds; what is drawn anew is back by then. */
const LOST = 1_000;
/** The hub knows of an end after so many milliseconds, even from a slow network. */
const KNOWN = 60_000;
const HOUR = 3_600_000;
/** Kinds that are worth a scroll; all others are met where they are. */
const REVEALED = ['tour', 'tooltip'];

/** Tells the hub what became of a campaign. */
export function tellOf(
  client: Client,
  { campaignId, arm }: Delivery,
  kind: ImpressionProperties['kind'],
  more: Partial<ImpressionProperties> = {},
): void {
  client.track('$campaign', { campaignId, kind, ...(arm !== null && { arm }), ...more } as JsonObject);
}

/** Shows a campaign until it is over. */
export function createShowing(options: ShowingOptions): Showing {
  const { client, scout, path, onError } = options;
  let { delivery, at, trail } = options;
  let parts = partsOf(delivery);
  let target: Target | null = null;
  let away: number | null = Date.now();
  let over = false;
  let told = false;
  let isDone = isAllDone(delivery);
  let reported = false;
  let revealed = false;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  const part = (): Part | undefined => parts[at];

  const act = (action: ButtonAction) => {
    const { kind } = action;
    const here = part();
    if (over || here === undefined) return;
    const about = { ...(here.id !== null && { part: here.id }) };
    if (kind === 'next') {
      if (here.next === null) end('completed');
      else go(here.next);
    } else if (kind === 'back') {
      const before = trail.at(-1);
      if (before !== undefined) go(before, trail.slice(0, -1));
    } else if (kind === 'step') go(parts.findIndex(({ id }) => id === action.step));
    else if (kind === 'dismiss') end('dismissed');
    else if (kind === 'snooze') end('snoozed');
    else if (kind === 'complete') end('completed');
    else {
      tellOf(client, delivery, 'clicked', about);
      if (kind === 'start') options.onStart(action.campaign);
      // Who follows what interrupted them has done what it was for; a tour goes on where the link leads.
      if (delivery.channel === 'interrupt' && delivery.content.kind !== 'tour') end('completed');
    }
  };

  const view: TipView = options.mount({
    client,
    appearance: options.appearance,
    isInline: delivery.content.kind === 'card',
    isInterrupting: delivery.channel === 'interrupt',
    act,
    answer: (question, answer) =>
      tellOf(client, delivery, 'answered', {
        question,
        answer,
        ...(part()?.id != null && { part: part()?.id ?? undefined }),
      }),
    onOpen: () => tellOf(client, delivery, 'clicked'),
    onGone: (error) => {
      close();
      onError(error);
      options.onEnd(Date.now() + KNOWN);
    },
    onError,
  });

  const place = (box: Box | null, element: HTMLElement | null) => {
    const isSeen = (box !== null || part()?.anchor === null) && (away === null || options.mayReturn());
    clearTimeout(lostTimer);
    if (isSeen) {
      away = null;
      revealed = true;
      const id = part()?.id;
      if (id != null && !told) tellOf(client, delivery, 'step', { part: id });
      told = true;
      view.place({ box, element });
      return;
    }
    leave();
    const sight = target?.sight();
    if (sight === 'missing' || sight === 'hidden') {
      if (!reported) lostTimer = setTimeout(report, LOST, sight);
    } else if (sight !== undefined && !revealed) {
      revealed = true;
      if (REVEALED.includes(delivery.content.kind)) target?.reveal();
    }
  };
  const leave = () => {
    if (away === null) options.onAway();
    away ??= Date.now();
    view.place(null);
  };

  const report = (sight: string) => {
    reported = true;
    const { name, chain = [] } = part()?.anchor ?? {};
    const tried = target?.tried() ?? [];
    const one = name === undefined ? chain.join(' > ') : `[data-waymark=${JSON.stringify(name)}]`;
    tellOf(client, delivery, 'anchor_lost', {
      tried: tried.length > 0 ? [...tried] : [`${one}: ${sight}`.slice(0, 500)],
      ...(part()?.id != null && { part: part()?.id ?? undefined }),
    });
  };

  /** Draws the part there is, where it belongs, if this is its page. */
  const show = () => {
    target?.stop();
    target = null;
    clearTimeout(lostTimer);
    const here = part();
    if (over || here === undefined) return;
    view.draw({ delivery, part: here, at, of: parts.length, canGoBack: trail.length > 0 });
    if (!pageMatches(here.placement.pages, path())) return leave();
    if (here.anchor === null) return place(null, null);
    target = createTarget({
      scout,
      anchor: here.anchor,
      isPlace: delivery.content.kind === 'card',
      isOurs: options.isOurs,
      onMove: place,
    });
    target.now();
  };

  const go = (to: number, nextTrail: readonly number[] = [...trail, at].slice(-parts.length)) => {
    if (parts[to] === undefined) return;
    [at, trail, told, reported, revealed] = [to, nextTrail, false, false, false];
    options.onMove();
    show();
  };

  const close = () => {
    over = true;
    clearTimeout(lostTimer);
    target?.stop();
    view.dispose();
  };

  const end = (kind: 'dismissed' | 'snoozed' | 'completed') => {
    if (over) return;
    close();
    tellOf(
      client,
      delivery,
      kind,
      kind === 'dismissed' && part()?.id != null ? { part: part()?.id ?? '' } : {},
    );
    options.onEnd(Date.now() + (kind === 'snoozed' ? delivery.snooze * HOUR : KNOWN));
  };

  show();
  return {
    get delivery() {
      return delivery;
    },
    get at() {
      return at;
    },
    get trail() {
      return trail;
    },
    awaySince: () => away,
    says: () =>
      away === null
        ? 'in sight'
        : part()?.anchor && target
          ? `its target is ${target.sight()}`
          : 'not on this page',
    isOurs: (element) => view.host === element,
    update(next) {
      const step = part()?.id;
      delivery = next;
      parts = partsOf(next);
      const found = parts.findIndex(({ id }) => id === step);
      at = found < 0 ? Math.min(at, parts.length - 1) : found;
      const here = part();
      if (here && !over)
        view.draw({ delivery, part: here, at, of: parts.length, canGoBack: trail.length > 0 });
      if (!isDone && isAllDone(next)) tellOf(client, delivery, 'completed');
      isDone = isAllDone(next);
    },
    tell: (event) => {
      if (part()?.advance === event) act({ kind: 'next' });
    },
    move(to) {
      if (to !== undefined && to.at !== at) go(to.at, to.trail);
      else show();
    },
    close,
  };
}

function isAllDone({ content }: Delivery): boolean {
  return content.kind === 'checklist' && content.items.every(({ done }) => done);
}
