import type { Snapshot, View } from '@waymark/contracts';
import { Ring } from '../surface/Ring.js';
import { GrowthValue } from '../user-center/home/GrowthValue.js';
import { useScene } from '../user-center/scene.js';
import { standingOf } from '../user-center/standing.js';

/** The level in its ring with its title, and the growth value on its way to the next. */
export function LevelCard({ view, snapshot }: { readonly view: View; readonly snapshot: Snapshot }) {
  const scene = useScene();
  const standing = standingOf(snapshot.levels, view.level, view.growth);
  const title = scene.text(standing.level?.title);
  return (
    <div class="level-card">
      <span class="crown" aria-hidden="true">
        <Ring share={standing.share} width={7} />
        <span>{scene.number(view.level + 1)}</span>
      </span>
      <div class="names">
        <p class="worn" title={title}>
          {title}
        </p>
        <p class="note">{scene.t('level', { level: view.level + 1 })}</p>
      </div>
      <GrowthValue
        growth={view.growth}
        pending={view.growth - snapshot.growth}
        standing={standing}
        snapshot={snapshot}
      />
    </div>
  );
}
