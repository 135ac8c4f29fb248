import type { LevelView } from '@waymark/contracts';
import { useServices } from '../app/services.js';

/** A level's number and title. */
export function LevelChip({ level, levels }: { level: number; levels: readonly LevelView[] }) {
  const { format, words } = useServices();
  const title = levels[level]?.title;
  return (
    <span class="level">
      <span class="level-number" title={words.person.level}>
        {format.number(level + 1)}
      </span>
      {title !== undefined && <bdi class="level-title">{format.text(title)}</bdi>}
    </span>
  );
}
