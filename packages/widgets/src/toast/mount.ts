import type { Snapshot } from '@waymark/contracts';
import { createElement } from 'preact';
import type { LauncherPosition } from '../launcher/Launcher.js';
import { createVoice, pageLocale } from '../locale/voice.js';
import { createDressed } from '../surface/dressed.js';
import type { Appearance, WidgetOptions } from '../surface/options.js';
import { en, type ToastKey, zh } from './messages.js';
import { Toast } from './Toast.js';
import { toastCss } from './toast.css.js';

/** What the toast is mounted with. */
export interface MountToastOptions extends Omit<WidgetOptions<ToastKey>, 'memory'> {
  /** Where the launcher stands; the toast appears beside it. By default `bottom-end`. */
  readonly position?: LauncherPosition | undefined;
  /** The view before the first change to speak of; by default the one there is. */
  readonly since?: Snapshot | null | undefined;
  /** Called when the person wants to see more; open the user center then. */
  readonly onOpen: () => void;
}

/** A mounted toast. */
export interface ToastHandle {
  /** Silences it while the person sees the awards elsewhere, as in the open user center. */
  setHushed(hushed: boolean): void;
  /** Changes language, theme, strings or tokens; what is not named stays. */
  update(appearance: Appearance<ToastKey>): void;
  dispose(): void;
}

/**
 * Mounts the toast that tells of awards: badges earned, levels reached, quests done. Nothing is seen before.
 *
 * @example
 * const toast = mountToast({ client, onOpen: () => center.open() });
 */
export function mountToast(options: MountToastOptions): ToastHandle {
  const { client, position = 'bottom-end', onOpen, since = client.view.get().snapshot } = options;
  let hushed = false;
  const { draw, update, dispose } = createDressed(options, toastCss, (surface, appearance) => {
    const voice = createVoice(appearance.locale ?? pageLocale(), { en, zh }, appearance.messages);
    surface.draw(createElement(Toast, { client, since, hushed, voice, position, onOpen }));
  });

  return {
    setHushed: (next) => {
      hushed = next;
      draw();
    },
    update,
    dispose,
  };
}
