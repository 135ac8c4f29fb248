import type { ButtonAction, Client } from '@waymark/contracts';
import { createElement } from 'preact';
import { createVoice, pageLocale } from '../../locale/voice.js';
import { createDressed } from '../../surface/dressed.js';
import type { Appearance } from '../../surface/options.js';
import { type Box, cut } from '../anchors/sight.js';
import { en, type TipsKey, zh } from '../messages.js';
import type { Drawing } from './drawing.js';
import { createFocus } from './focus.js';
import { createLayer } from './layer.js';
import { besides, docked } from './placement.js';
import type { Answer } from './Question.js';
import { type Seated, Tip } from './Tip.js';
import { tipsCss } from './tips.css.js';
import { wordsOf } from './words.js';

export type { Drawing } from './drawing.js';

/** Where a tip stands: by an element, or where its kind does by itself; null is nowhere. */
export type Spot = { readonly box: Box | null; readonly element: HTMLElement | null } | null;

/** A tip on the page. */
export interface TipView {
  readonly host: HTMLElement;
  draw(drawing: Drawing): void;
  place(spot: Spot): void;
  dispose(): void;
}

/** What a {@link TipView} is made with. */
export interface TipViewOptions {
  readonly client: Client;
  readonly appearance: Appearance<TipsKey>;
  act(action: ButtonAction): void;
  answer(question: string, answer: Answer): void;
  /** A hotspot was opened. */
  onOpen(): void;
  /** The page does not let it be; it has left. */
  onGone(error: Error): void;
  onError(error: Error): void;
}

/** Kinds that Escape closes wherever the focus is. */
const DIALOGS = ['tour', 'tooltip', 'popup', 'slideout', 'modal'];
/** Under this width everything is a sheet. */
const NARROW = 640;
/** Room between a target and the edge of the hole in the backdrop. */
const HOLE = 6;

/** Puts a tip into the page; it is seen once it has been drawn and placed. */
export function mountTip(
  options: TipViewOptions & { readonly isInline: boolean; readonly isInterrupting: boolean },
): TipView {
  const { client, appearance, isInline, onError } = options;
  const seats: { [name in Seated]?: HTMLElement | null } = {};
  let drawing: Drawing | null = null;
  let spot: Spot = null;
  let isOpen = false;
  let greeted: string | null | undefined;

  const guard = (act: () => void) => {
    try {
      act();
    } catch (error) {
      onError(error as Error);
    }
  };
  const layer = createLayer({
    ...options,
    onMove: () => {
      // A dialog that was taken out of the page is no longer modal, though it says that it is open.
      (seats.dialog as HTMLDialogElement | undefined)?.close?.();
      guard(settle);
    },
  });
  const { host } = layer;
  host.classList.toggle('inline', isInline);
  host.hidden = true;
  const act = (action: ButtonAction) => guard(() => options.act(action));
  const focus = createFocus(
    host,
    () => isOpen || DIALOGS.includes(drawing?.delivery.content.kind ?? ''),
    () => act({ kind: 'dismiss' }),
  );

  const dressed = createDressed({ ...appearance, host }, tipsCss, (surface, { locale, messages }) => {
    if (drawing === null) return;
    const voice = createVoice(locale ?? pageLocale(), { en, zh }, messages);
    surface.draw(
      createElement(Tip, {
        drawing,
        client,
        voice,
        isOpen,
        seat: (name, element) => {
          seats[name] = element;
        },
        onToggle: () => {
          isOpen = !isOpen;
          dressed.draw();
          guard(settle);
          if (!isOpen) return;
          options.onOpen();
          focus.enter(seats.card);
        },
        onAct: act,
        onAnswer: (question, answer) => guard(() => options.answer(question, answer)),
      }),
    );
  });

  /** Puts everything where it belongs; reads first, then writes. */
  function settle() {
    const { root, card, arrow, hole, dot } = seats;
    if (!root || drawing === null || spot === null) return;
    const { part } = drawing;
    const { visualViewport: view } = window;
    // Where the page zooms itself, lengths of ours are multiplied: https://caniuse.com/css-zoom
    const zoom = root.currentCSSZoom ?? 1;
    if (!isInline && view) {
      // The part of the window that a keyboard leaves, and that a zoom by fingers shows.
      const { offsetLeft, offsetTop } = view;
      move(root, {
        x: offsetLeft / zoom,
        y: offsetTop / zoom,
        width: view.width / zoom,
        height: view.height / zoom,
      });
    }
    const around = root.getBoundingClientRect();
    const bounds = { x: 0, y: 0, width: around.width / zoom, height: around.height / zoom };
    const isNarrow = bounds.width < NARROW;
    root.classList.toggle('narrow', !isInline && isNarrow);
    const { box } = spot;
    if (box === null || isInline) return;
    const own = {
      x: (box.x - around.x) / zoom,
      y: (box.y - around.y) / zoom,
      width: box.width / zoom,
      height: box.height / zoom,
    };
    const target = cut(own, bounds);
    if (hole) {
      const { x, y, width, height } = target;
      move(hole, { x: x - HOLE, y: y - HOLE, width: width + 2 * HOLE, height: height + 2 * HOLE });
    }
    const rtl = root.dir === 'rtl';
    if (dot) move(dot, { x: (rtl ? target.x : target.x + target.width) - 14, y: target.y - 14 });
    if (!card) return;
    const { side, align } = part.placement;
    const wish = {
      target,
      card: { width: card.offsetWidth, height: card.offsetHeight },
      bounds,
      side,
      align,
      rtl,
    };
    const seat = isNarrow ? null : besides(wish);
    move(card, seat ?? docked(wish));
    if (!arrow) return;
    arrow.hidden = seat === null;
    arrow.style.display = seat === null ? 'none' : 'block';
    if (seat === null) return;
    const edge = { bottom: -6, right: -6, top: wish.card.height - 7, left: wish.card.width - 7 }[seat.side];
    const isUpright = seat.side === 'top' || seat.side === 'bottom';
    move(arrow, isUpright ? { x: seat.arrow - 6, y: edge } : { x: edge, y: seat.arrow - 6 });
    arrow.style.rotate = { bottom: '45deg', left: '135deg', top: '225deg', right: '315deg' }[seat.side];
  }

  /** Says and focuses what is seen for the first time. */
  const greet = () => {
    if (drawing === null || greeted === drawing.part.id) return;
    greeted = drawing.part.id;
    const { kind } = drawing.delivery.content;
    const isFocused = kind === 'tour' && focus.enter(seats.card);
    if (!isFocused && kind !== 'modal' && kind !== 'launcher' && kind !== 'hotspot' && seats.status) {
      seats.status.textContent = wordsOf(drawing.part, 500);
    }
  };

  const resettle = () => guard(settle);
  const undo = new AbortController();
  for (const name of ['resize', 'scroll'])
    window.visualViewport?.addEventListener(name, resettle, { signal: undo.signal });
  addEventListener('resize', resettle, { signal: undo.signal });

  return {
    host,
    draw: (next) =>
      guard(() => {
        drawing = next;
        dressed.draw();
        settle();
      }),
    place: (next) =>
      guard(() => {
        spot = next;
        if (next === null) focus.leave();
        host.hidden = next === null;
        layer.keep(next?.element ?? null);
        const dialog = seats.dialog as HTMLDialogElement | undefined;
        if (next === null) dialog?.close();
        else if (dialog && !dialog.open) {
          dialog.showModal();
          // Its first button, which the browser would take, is the one that closes it.
          seats.card?.focus();
        }
        settle();
        if (next !== null) greet();
      }),
    dispose() {
      undo.abort();
      focus.leave();
      focus.stop();
      guard(() => (seats.dialog as HTMLDialogElement | undefined)?.close());
      dressed.dispose();
      layer.dispose();
    },
  };
}

/** Places an element by its left upper corner; `translate` and sizes need no style attribute of the page. */
function move(
  { style }: HTMLElement,
  { x, y, width, height }: { x: number; y: number; width?: number; height?: number },
): void {
  style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  if (width !== undefined) style.inlineSize = `${width}px`;
  if (height !== undefined) style.blockSize = `${height}px`;
}
