import { createElement } from 'preact';
import { createVoice, pageLocale } from '../locale/voice.js';
import { createDressed } from '../surface/dressed.js';
import { createMemory } from '../surface/memory.js';
import type { Appearance, WidgetOptions } from '../surface/options.js';
import { Launcher, type LauncherPosition } from './Launcher.js';
import { launcherCss } from './launcher.css.js';
import { en, type LauncherKey, zh } from './messages.js';

/** What the launcher is mounted with. */
export interface MountLauncherOptions extends WidgetOptions<LauncherKey> {
  /** By default `bottom-end`: the lower right corner, lower left in languages that run from right to left. */
  readonly position?: LauncherPosition | undefined;
  /** Called when it is pressed; open the user center then, and say so by `setExpanded`. */
  readonly onPress: () => void;
  /** Called when a pointer or the focus comes to it: time to load what a press will open. */
  readonly onNear?: (() => void) | undefined;
}

/** A mounted launcher. */
export interface LauncherHandle {
  /** Says whether the user center is open; while it is, new awards count as seen. */
  setExpanded(expanded: boolean): void;
  /** Changes language, theme, strings or tokens; what is not named stays. */
  update(appearance: Appearance<LauncherKey>): void;
  dispose(): void;
}

/**
 * Mounts the launcher.
 *
 * @example
 * const launcher = mountLauncher({ client, onPress: () => center.open() });
 */
export function mountLauncher(options: MountLauncherOptions): LauncherHandle {
  const { client, position = 'bottom-end', memory = createMemory(), onPress, onNear } = options;
  let expanded = false;
  const { draw, update, dispose } = createDressed(options, launcherCss, (surface, appearance) => {
    const voice = createVoice(appearance.locale ?? pageLocale(), { en, zh }, appearance.messages);
    surface.draw(createElement(Launcher, { client, voice, memory, position, expanded, onPress, onNear }));
  });

  return {
    setExpanded: (next) => {
      expanded = next;
      draw();
    },
    update,
    dispose,
  };
}
