import type { LevelView } from '@waymark/contracts';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../surface/Icon.js';
import { Ring } from '../surface/Ring.js';
import { useScene } from './scene.js';

/** Long enough to read twice; it waits while it is pointed at or holds the focus. */
const STAY = 7_000;

/** The one moment a new level gets: a ring closes around its number, its title and benefits appear, and it goes. */
export function LevelUp(props: {
  readonly level: number;
  readonly view: LevelView;
  readonly onEnd: () => void;
}) {
  const { level, view, onEnd } = props;
  const scene = useScene();
  const box = useRef<HTMLElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const held = box.current?.matches(':hover, :focus-within') ?? false;
        if (held) wait();
        else end.current();
      }, STAY);
    };
    wait();
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="level-up" part="level-up" aria-label={scene.t('levelUp', { level: level + 1 })} ref={box}>
      <div class="emblem" aria-hidden="true">
        <Ring share={1} width={4} />
        <span>{scene.number(level + 1)}</span>
      </div>
      <p class="label">{scene.t('levelUp', { level: level + 1 })}</p>
      <p class="headline">{scene.text(view.title)}</p>
      {view.benefits.length > 0 && (
        <ul aria-label={scene.t('newlyUnlocked')}>
          {view.benefits.map((benefit) => (
            <li key={benefit.id}>
              <Icon name="check" />
              {scene.text(benefit.name)}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button primary" onClick={onEnd}>
        {scene.t('proceed')}
      </button>
    </section>
  );
}
