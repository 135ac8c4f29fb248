import type { Snapshot } from '@waymark/contracts';
import { useCount } from '../../surface/count.js';
import { useScene } from '../scene.js';
import type { Standing } from '../standing.js';
import { Lapsing } from './Lapsing.js';

const LONG = 11;

/** The growth value, what foretold points add to it, how far the next level is, and what lapses. */
export function GrowthValue(props: {
  readonly growth: number;
  readonly pending: number;
  readonly standing: Standing;
  readonly snapshot: Snapshot;
}) {
  const { growth, pending, standing, snapshot } = props;
  const scene = useScene();
  const shown = scene.number(useCount(growth));
  const { next, missing, share } = standing;
  return (
    <section class="growth-value" part="growth" aria-label={scene.t('growthValue')}>
      <h3 class="label">{scene.t('growthValue')}</h3>
      <p class="figure">
        {/* The count runs for eyes only; everybody else gets the number it ends with. */}
        <span class={shown.length > LONG ? 'value long' : 'value'} aria-hidden="true">
          {shown}
        </span>
        <span class="unseen" data-growth={growth}>
          {scene.number(growth)}
        </span>
        {pending > 0 && (
          <span class="on-the-way">{scene.t('pendingSum', { points: scene.signed(pending) })}</span>
        )}
      </p>
      <div
        class="bar"
        role="progressbar"
        aria-label={
          next === null
            ? scene.t('topLevel')
            : scene.t('toNext', { points: missing, title: scene.text(next.title) })
        }
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        aria-valuetext={scene.t('progress', { points: growth, goal: next?.at ?? growth })}
      >
        {share > 0 && <span style={{ inlineSize: `${share * 100}%` }} />}
      </div>
      <p class="scale" aria-hidden="true">
        <span class="missing">
          {next === null
            ? scene.t('topLevel')
            : scene.t('toNext', { points: missing, title: scene.text(next.title) })}
        </span>
        {next !== null && <span class="goal">{scene.number(next.at)}</span>}
      </p>
      <Lapsing lapsing={snapshot.lapsing} levels={snapshot.levels} pending={pending} />
    </section>
  );
}
