import { createElement } from 'preact';
import { dayOf, formatsOf, warmUp } from '../locale/formats.js';
import { pageLocale } from '../locale/voice.js';
import { whenIdle } from '../surface/idle.js';
import { createMemory } from '../surface/memory.js';
import { isStill } from '../surface/motion.js';
import type { Appearance, WidgetOptions } from '../surface/options.js';
import { whenPainted } from '../surface/painted.js';
import { createSurface } from '../surface/surface.js';
import type { UserCenterMessages } from './messages.js';
import { type Scene, sceneOf } from './scene.js';
import { sectionsCss } from './sections.css.js';
import type { UserCenterTab } from './tab.js';
import { type Mode, type Phase, UserCenter } from './UserCenter.js';
import { userCenterCss } from './user-center.css.js';

/** What the user center is mounted with. */
export interface MountUserCenterOptions extends WidgetOptions<UserCenterMessages> {
  /** `panel` (default): a sheet over the page, closed at first. `inline`: part of the page where `host` stands. */
  readonly mode?: Mode | undefined;
  readonly tab?: UserCenterTab | undefined;
  readonly onOpen?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** A mounted user center. */
export interface UserCenterHandle {
  /** Draws the closed sheet out of sight as soon as the page is idle, so that it opens in a blink. */
  prepare(): void;
  /** Opens the sheet and moves the focus into it. */
  open(tab?: UserCenterTab): void;
  /** Closes the sheet and gives the focus back. */
  close(): void;
  readonly isOpen: boolean;
  /** Changes language, theme, strings or tokens; what is not named stays. */
  update(appearance: Appearance<UserCenterMessages>): void;
  dispose(): void;
}

const CLOSING = 400;
/** For so long a sheet that nobody opens stays drawn, in milliseconds. */
const KEPT = 30_000;

/**
 * Mounts the user center.
 *
 * @example
 * const center = mountUserCenter({ client, locale: 'zh-CN', theme: 'auto' });
 * center.open();
 */
export function mountUserCenter(options: MountUserCenterOptions): UserCenterHandle {
  const { client, mode = 'panel', memory = createMemory() } = options;
  let appearance: Appearance<UserCenterMessages> = options;
  let phase: Phase | 'closed' = mode === 'inline' ? 'open' : 'closed';
  let scene: Scene | null = null;
  let tab: UserCenterTab = options.tab ?? 'home';
  let giveBack: HTMLElement | null = null;
  let changing = 0;
  let isOpen = mode === 'inline';
  let forget = () => {};

  const surface = createSurface({
    host: options.host,
    css: sectionsCss + userCenterCss,
    onDress: () => {
      scene = null;
      draw();
    },
  });

  function draw() {
    if (phase === 'closed') return surface.draw(null);
    scene ??= sceneOf(surface, appearance, () => dayOf(new Date()));
    surface.draw(
      createElement(UserCenter, {
        client,
        memory,
        mode,
        phase,
        tab,
        scene,
        onTab: turn,
        onClose: close,
        onClosed: finish,
      }),
    );
  }
  function turn(next: UserCenterTab) {
    tab = next;
    draw();
  }
  function dress() {
    surface.dress(appearance.theme ?? 'auto', appearance.tokens ?? {});
    scene = null;
    draw();
  }
  function prepare() {
    if (phase !== 'closed') return;
    forget();
    forget = whenIdle(() => {
      phase = 'ready';
      dress();
      changing = window.setTimeout(() => {
        phase = 'closed';
        draw();
      }, KEPT);
    });
  }
  function open(next: UserCenterTab = tab) {
    if (tab !== next) turn(next);
    if (isOpen) return;
    isOpen = true;
    forget();
    clearTimeout(changing);
    giveBack ??= focused();
    if (phase === 'closed') {
      phase = 'ready';
      dress();
    }
    // What is drawn and painted already comes into sight by this alone. All else would keep the frame waiting.
    for (const part of surface.root.querySelectorAll('.ready')) part.classList.remove('ready');
    forget = whenPainted(() => {
      phase = 'open';
      draw();
      options.onOpen?.();
    });
  }
  function close() {
    if (mode === 'inline' || !isOpen) return;
    isOpen = false;
    forget();
    const told = phase === 'open';
    phase = 'closing';
    draw();
    const inside = surface.root.activeElement !== null || document.activeElement === document.body;
    if (inside) giveBack?.focus({ preventScroll: true });
    giveBack = null;
    if (told) options.onClose?.();
    // The end of the animation finishes; a page in the background has none.
    if (isStill()) finish();
    else changing = window.setTimeout(finish, CLOSING);
  }
  function finish() {
    if (isOpen || phase !== 'closing') return;
    clearTimeout(changing);
    phase = 'closed';
    draw();
  }

  dress();
  const coolDown = whenIdle(() => warmUp(formatsOf(appearance.locale ?? pageLocale())));
  return {
    prepare,
    open,
    close,
    get isOpen() {
      return isOpen;
    },
    update: (next) => {
      appearance = { ...appearance, ...next };
      dress();
    },
    dispose: () => {
      coolDown();
      forget();
      clearTimeout(changing);
      phase = 'closed';
      surface.dispose();
    },
  };
}

/** The focused element, inside shadow roots too. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
