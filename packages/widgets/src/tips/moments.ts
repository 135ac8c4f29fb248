import type { Anchor, BrowserTrigger, Delivery } from '@waymark/contracts';
import type { Follow, Scout } from './anchors/scout.js';
import type { ToldEvent } from './options.js';

/** The moments of one campaign. */
export interface Moments {
  /** Kinds of triggers that have come. */
  readonly come: ReadonlySet<string>;
  /** Tells of something that happened on the page. */
  happen(happening: Happening): void;
  /** The page has become another one. */
  move(isThere: boolean): void;
  /** Forgets what has come: it was shown for it. */
  reset(): void;
  stop(): void;
}

/** Something that happened on the page. */
export type Happening =
  | { readonly kind: 'clicked' | 'hovered' | 'focused'; readonly path: readonly Node[] }
  | { readonly kind: 'event'; readonly event: ToldEvent }
  | { readonly kind: 'active' | 'exit' | 'code' | 'route' };

/** What {@link waitFor} needs of the page. */
export interface MomentsOptions {
  readonly delivery: Delivery;
  readonly scout: Scout;
  readonly seenBy: (element: Element, onSeen: () => void) => () => void;
  readonly matches: (where: object, event: ToldEvent) => Promise<boolean>;
  readonly onCome: () => void;
}

/** Waits for the moments of a campaign: any of them will do. */
export function waitFor({ delivery, scout, seenBy, matches, onCome }: MomentsOptions): Moments {
  const come = new Set<string>();
  const timers = new Map<BrowserTrigger, ReturnType<typeof setTimeout>>();
  const follows: Follow[] = [];
  const undo: (() => void)[] = [];
  const { triggers } = delivery;
  let isThere = false;

  const after = (trigger: BrowserTrigger, seconds: number, act: () => void) => {
    clearTimeout(timers.get(trigger));
    timers.set(trigger, setTimeout(act, seconds * 1_000));
  };
  const stop = (trigger: BrowserTrigger) => {
    clearTimeout(timers.get(trigger));
    timers.delete(trigger);
  };
  const arrive = (trigger: BrowserTrigger) => {
    const { delay = 0, kind } = trigger;
    const act = () => {
      come.add(kind);
      onCome();
    };
    if (delay > 0) after(trigger, delay, act);
    else act();
  };
  const each = <Kind extends BrowserTrigger['kind']>(
    kind: Kind,
    act: (trigger: Extract<BrowserTrigger, { kind: Kind }>) => void,
  ) => {
    for (const trigger of triggers) if (trigger.kind === kind) act(trigger as never);
  };
  const clear = () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    for (const step of undo.splice(0)) step();
    for (const follow of follows.splice(0)) follow.stop();
  };
  const rest = (trigger: { readonly seconds: number } & BrowserTrigger) =>
    after(trigger, trigger.seconds, () => arrive(trigger));

  const arm = () => {
    each('load', arrive);
    each('time', rest);
    each('idle', rest);
    each('visible', (trigger) => {
      let unsee = () => {};
      const look = () => {
        unsee();
        const { element } = follow.found();
        unsee = element === null ? () => {} : seenBy(element, () => arrive(trigger));
      };
      const follow = scout.follow(trigger.anchor, look);
      follows.push(follow);
      undo.push(() => unsee());
      look();
    });
  };

  return {
    come,
    move(now) {
      const was = isThere;
      isThere = now;
      if (was === now) return;
      if (now) arm();
      else clear();
    },
    happen(happening) {
      if (!isThere) return;
      const { kind } = happening;
      if (kind === 'active') each('idle', (trigger) => timers.has(trigger) && rest(trigger));
      else if (kind === 'event') {
        each('event', (trigger) => {
          if (trigger.event !== happening.event.name) return;
          if (trigger.where === undefined) return arrive(trigger);
          void matches(trigger.where, happening.event).then((holds) => holds && isThere && arrive(trigger));
        });
      } else if (kind === 'clicked' || kind === 'hovered' || kind === 'focused') {
        const { path } = happening;
        if (kind !== 'focused') each(kind, (trigger) => isAmong(trigger.anchor, path) && arrive(trigger));
        if (kind === 'clicked') return;
        each('stuck', (trigger) => {
          if (!isAmong(trigger.anchor, path)) stop(trigger);
          else if (!timers.has(trigger)) rest(trigger);
        });
      } else each(kind, arrive);
    },
    reset: () => come.clear(),
    stop: clear,
  };
}

/** Whether one of the elements from the place of an event outwards is the one that is meant; nothing is searched for it. */
export function isAmong({ name, chain = [] }: Anchor, path: readonly Node[]): boolean {
  const last = chain.at(-1);
  return path.some((node) => {
    if (node.nodeType !== 1) return false;
    const element = node as Element;
    if (name !== undefined && element.getAttribute('data-waymark') === name) return true;
    if (last === undefined || !fits(element, last)) return false;
    let at = chain.length - 2;
    for (let one: Element | null = element; one && at >= 0; one = hostOf(one)) {
      const host = hostOf(one);
      if (host === null || !fits(host, chain[at] ?? '')) return false;
      at--;
    }
    return at < 0;
  });
}

function fits(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** What holds an element's root: the host of its shadow root, or its frame. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return (root as ShadowRoot).host ?? (root as Document).defaultView?.frameElement ?? null;
}
