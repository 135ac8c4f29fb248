import type { CompanyGrowthView, CompanyView } from '@waymark/contracts';
import { Ring } from '../../surface/Ring.js';
import { useScene } from '../scene.js';
import { standingOf } from '../standing.js';

/** The company's own level in its ring, and how far the next one is: all that everybody in it may know. */
export function CompanyLevel(props: { readonly company: CompanyView; readonly growth: CompanyGrowthView }) {
  const { company, growth } = props;
  const scene = useScene();
  const hasLevels = growth.levels.length > 0;
  const { level, next, share, missing } = standingOf(growth.levels, growth.level, growth.growth);
  return (
    <section class="card company-level" part="company-level" aria-label={scene.t('companyLevel')}>
      {hasLevels && (
        <span class="crown" aria-hidden="true">
          <Ring share={share} width={8} />
          <span>{scene.number(growth.level + 1)}</span>
        </span>
      )}
      <div>
        <h3 class="label">{company.name || scene.t('companyLevel')}</h3>
        {hasLevels && (
          <p class="title">
            <span class="worn">{scene.text(level?.title)}</span>
            <span class="note">{scene.t('level', { level: growth.level + 1 })}</span>
          </p>
        )}
        <p class="note">
          {!hasLevels
            ? null
            : next === null
              ? scene.t('topLevel')
              : scene.t('toNext', { points: scene.compact(missing), title: scene.text(next.title) })}
        </p>
      </div>
      <p class="sum">
        <span class="count">{scene.compact(growth.growth)}</span>
        <span class="note">{scene.t('growthValue')}</span>
      </p>
    </section>
  );
}
