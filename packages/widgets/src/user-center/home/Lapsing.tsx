import type { LevelView, Snapshot } from '@waymark/contracts';
import { useScene } from '../scene.js';

/** What lapses when, and what keeps the level; nothing where nothing does soon. */
export function Lapsing(props: {
  readonly lapsing: Snapshot['lapsing'];
  readonly levels: readonly LevelView[];
  /** Points on their way, which count as well. */
  readonly pending: number;
}) {
  const { lapsing, levels, pending } = props;
  const scene = useScene();
  const { points = null, level = null } = lapsing ?? {};
  const title = scene.text(levels[level?.level ?? 0]?.title);
  const more = Math.max(0, (level?.more ?? 0) - pending);
  const sentences = [
    points !== null && scene.t('lapsePoints', { n: points.points, date: scene.date(points.on) }),
    level !== null && level.more === null && scene.t('lapseLevel', { title, date: scene.date(level.on) }),
    level !== null &&
      more > 0 &&
      (level.on === points?.on
        ? scene.t('keepLevel', { n: more, title })
        : scene.t('keepLevelBy', { n: more, title, date: scene.date(level.on) })),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} class="note lapsing">
          {sentence}
        </p>
      ))}
    </>
  );
}
