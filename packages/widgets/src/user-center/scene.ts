import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Voice } from '../locale/voice.js';
import type { Palette } from '../theme/palette.js';
import type { UserCenterKey } from './messages.js';

/** What every part of the user center may need: how it speaks, its colors, and which day it is. */
export interface Scene extends Voice<UserCenterKey> {
  readonly palette: Palette;
  /** The person's local day, `2026-08-22`. */
  readonly today: string;
}

/** Hands the {@link Scene} down. */
export const SceneContext = createContext<Scene | null>(null);

/** The scene of the user center around a part. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('[widgets] Expected a part of the user center to be drawn inside it.');
  return scene;
}
