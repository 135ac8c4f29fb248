import type { BadgeView } from '@waymark/contracts';
import { Medal } from '../../medal/Medal.js';
import { type Scene, useScene } from '../scene.js';
import type { BadgeState } from './badge.js';

/** One badge at a size to look at, with what it takes and each of its tiers. */
export function BadgeDetail({ state }: { readonly state: BadgeState }) {
  const scene = useScene();
  const { badge, kind, earned } = state;
  return (
    <div class="badge-detail" part="badge-detail">
      <div class="about">
        <Medal medal={badge.medal} tier={earned?.tier ?? null} />
        <div>
          <h4 class="name">{scene.text(badge.name) || scene.t('secretBadge')}</h4>
          <p class="note">{kind === 'secret' ? scene.t('secretHint') : scene.text(badge.description)}</p>
        </div>
      </div>
      {kind !== 'secret' && (
        <ol class="tiers">
          {badge.tiers.map((tier) => (
            <li key={tier.tier} class={tier.earnedAt === null ? 'tier' : 'tier owned'}>
              <Medal medal={badge.medal} tier={tier.earnedAt === null ? null : tier.tier} />
              <span class="name">{scene.t(tier.tier)}</span>
              <span class="note">{tierText(tier, state, scene)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function tierText(tier: BadgeView['tiers'][number], { badge, next }: BadgeState, scene: Scene): string {
  if (tier.earnedAt !== null) return scene.t('earnedOn', { date: scene.date(tier.earnedAt) });
  if (tier.withheld) return withheldText(badge, scene);
  if (tier === next) return scene.t('of', { progress: badge.progress, goal: tier.at });
  return scene.t('tierAt', { at: tier.at });
}

/** What brings back a tier that is withheld. */
export function withheldText({ missing = [] }: BadgeView, scene: Scene): string {
  return scene.t('withheld', { level: missing.map(scene.text).join(' · ') });
}
