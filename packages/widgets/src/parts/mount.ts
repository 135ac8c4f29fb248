import { createElement } from 'preact';
import { dayOf } from '../locale/formats.js';
import { createDressed } from '../surface/dressed.js';
import type { Appearance, WidgetOptions } from '../surface/options.js';
import type { UserCenterMessages } from '../user-center/messages.js';
import { sceneOf } from '../user-center/scene.js';
import { sectionsCss } from '../user-center/sections.css.js';
import { Part, type PartName } from './Part.js';
import { partsCss } from './parts.css.js';

/** What a part is mounted with. */
export interface MountPartOptions extends Omit<WidgetOptions<UserCenterMessages>, 'memory'> {
  readonly part: PartName;
  /** Called where the part leads on to the user center; without it, nothing leads there. */
  readonly onOpen?: (() => void) | undefined;
}

/** A mounted part. */
export interface PartHandle {
  /** Changes language, theme, strings or tokens; what is not named stays. */
  update(appearance: Appearance<UserCenterMessages>): void;
  dispose(): void;
}

/**
 * Mounts one part of the user center alone.
 *
 * @example
 * mountPart({ client, part: 'streak', host: document.querySelector('#streak') });
 */
export function mountPart(options: MountPartOptions): PartHandle {
  const { client, part, onOpen } = options;
  const { update, dispose } = createDressed(options, sectionsCss + partsCss, (surface, appearance) => {
    const scene = sceneOf(surface, appearance, () => dayOf(new Date()));
    surface.draw(createElement(Part, { client, scene, part, onOpen }));
  });
  return { update, dispose };
}
