import { createElement } from 'preact';
import { dayOf, formatsOf, warmUp } from '../locale/formats.js';
import { pageLocale } from '../locale/voice.js';
import { whenIdle } from '../surface/idle.js';
import { createMemory } from '../surface/memory.js';
import { isStill } from '../surface/motion.js';
import type { Appearance, WidgetOptions } from '../surface/options.js';
import { createSurface } from '../surface/surface.js';
import type { UserCenterMessages } from './messages.js';
import { sceneOf } from './scene.js';
import { sectionsCss } from './sections.css.js';
import { type Mode, UserCenter, type UserCenterTab } from './UserCenter.js';
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
  let phase: 'open' | 'closing' | 'closed' = mode === 'inline' ? 'open' : 'closed';
  let tab: UserCenterTab = options.tab ?? 'home';
  let giveBack: HTMLElement | null = null;
  let closing = 0;

  const surface = createSurface({
    host: options.host,
    css: sectionsCss + userCenterCss,
    onDress: () => draw(),
  });

  function draw() {
    if (phase === 'closed') return surface.draw(null);
    surface.draw(
      createElement(UserCenter, {
        client,
        memory,
        mode,
        phase,
        tab,
        scene: sceneOf(surface, appearance, () => dayOf(new Date())),
        onTab: (next) => {
          tab = next;
          draw();
        },
        onClose: close,
        onClosed: finish,
      }),
    );
  }
  function dress() {
    surface.dress(appearance.theme ?? 'auto', appearance.tokens ?? {});
    draw();
  }
  function open(next?: UserCenterTab) {
    if (next !== undefined) tab = next;
    if (mode === 'inline' || phase === 'open') return draw();
    clearTimeout(closing);
    giveBack ??= focused();
    phase = 'open';
    dress();
    options.onOpen?.();
  }
  function close() {
    if (mode === 'inline' || phase !== 'open') return;
    phase = 'closing';
    draw();
    const inside = surface.root.activeElement !== null || document.activeElement === document.body;
    if (inside) giveBack?.focus({ preventScroll: true });
    giveBack = null;
    options.onClose?.();
    // The end of the animation finishes; a page in the background has none.
    if (isStill()) finish();
    else closing = window.setTimeout(finish, CLOSING);
  }
  function finish() {
    clearTimeout(closing);
    if (phase !== 'closing') return;
    phase = 'closed';
    draw();
  }

  dress();
  const forget = whenIdle(() => warmUp(formatsOf(appearance.locale ?? pageLocale())));
  return {
    open,
    close,
    get isOpen() {
      return phase === 'open';
    },
    update: (next) => {
      appearance = { ...appearance, ...next };
      dress();
    },
    dispose: () => {
      forget();
      clearTimeout(closing);
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
