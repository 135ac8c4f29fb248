import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Catalog } from '../locale/message.js';
import { createVoice, type Overrides, pageLocale, type Voice } from '../locale/voice.js';
import type { Appearance } from '../surface/options.js';
import type { Surface } from '../surface/surface.js';
import type { Palette } from '../theme/palette.js';
import type { UserCenterKey, UserCenterMessages } from './messages.js';
import { en, zh } from './messages.js';

/** What every part of the user center may need: how it speaks, its colors, and which day it is. */
export interface Scene extends Voice<UserCenterKey> {
  readonly palette: Palette;
  /** The person's local day, `2026-08-22`. */
  readonly today: string;
  /** The strings of a part that was loaded later, in the same language. */
  speak<Key extends string>(catalogs: { readonly en: Catalog<Key>; readonly zh: Catalog<Key> }): Voice<Key>;
  /** Puts on the styles of a part that was loaded later. */
  wear(css: string): void;
}

/** Sets the scene on a surface; `today` is asked anew each time, because a page stays open past midnight. */
export function sceneOf(
  surface: Surface,
  { locale = pageLocale(), messages = {} }: Appearance<UserCenterMessages>,
  today: () => string,
): Scene {
  const speak: Scene['speak'] = (catalogs) => createVoice(locale, catalogs, messages as Overrides<string>);
  return {
    ...speak({ en, zh }),
    speak,
    wear: surface.wear,
    palette: surface.palette(),
    get today() {
      return today();
    },
  };
}

/** Hands the {@link Scene} down. */
export const SceneContext = createContext<Scene | null>(null);

/** The scene of the user center around a part. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('[widgets] Expected a part of the user center to be drawn inside it.');
  return scene;
}
