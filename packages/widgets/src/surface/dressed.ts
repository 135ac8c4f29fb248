import type { Appearance, WidgetOptions } from './options.js';
import { createSurface, type Surface } from './surface.js';

/** A surface that knows how its widget is to look. */
export interface Dressed<Key extends string> {
  draw(): void;
  /** Changes language, theme, strings or tokens; what is not named stays. */
  update(appearance: Appearance<Key>): void;
  dispose(): void;
}

/** Makes a surface and draws on it: now, when colors change by themselves, and with each change of the appearance. */
export function createDressed<Key extends string>(
  options: Pick<WidgetOptions<Key>, 'host' | keyof Appearance<Key>>,
  css: string,
  drawOn: (surface: Surface, appearance: Appearance<Key>) => void,
): Dressed<Key> {
  let appearance: Appearance<Key> = options;
  const draw = () => drawOn(surface, appearance);
  const surface = createSurface({ host: options.host, css, onDress: draw });

  function dress() {
    surface.dress(appearance.theme ?? 'auto', appearance.tokens ?? {});
    draw();
  }

  dress();
  return {
    draw,
    update: (next) => {
      appearance = { ...appearance, ...next };
      dress();
    },
    dispose: surface.dispose,
  };
}
