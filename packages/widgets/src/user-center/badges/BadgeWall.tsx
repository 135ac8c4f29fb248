import type { BadgeView } from '@waymark/contracts';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Medal } from '../../medal/Medal.js';
import { Ring } from '../../surface/Ring.js';
import { type Scene, useScene } from '../scene.js';
import { BadgeDetail, withheldText } from './BadgeDetail.js';
import { type BadgeState, wallOf } from './badge.js';

/** All badges: in color when earned, with a ring under way, as outlines when locked, as a hint when secret. */
export function BadgeWall({ badges }: { readonly badges: readonly BadgeView[] }) {
  const scene = useScene();
  const [chosen, setChosen] = useState<string | null>(null);
  const wall = wallOf(badges);
  const earned = wall.filter(({ kind }) => kind === 'earned').length;
  return (
    <section class="badges" part="badges">
      <header class="heading">
        <h3>{scene.t('badges')}</h3>
        {wall.length > 0 && <p class="note">{scene.t('badgeCount', { earned, total: wall.length })}</p>}
      </header>
      {wall.length === 0 && <p class="empty">{scene.t('emptyBadges')}</p>}
      <ul class="wall">
        {wall.map((state, i) => {
          const open = state.badge.id === chosen;
          const id = `badge-${i}`;
          return (
            <Fragment key={state.badge.id}>
              <li class={`badge ${state.kind}`} part="badge">
                <button
                  type="button"
                  aria-expanded={open}
                  aria-controls={open ? id : undefined}
                  aria-label={labelOf(state, scene)}
                  onClick={() => setChosen(open ? null : state.badge.id)}
                >
                  <span class="frame">
                    {state.next !== null && state.share > 0 && <Ring share={state.share} width={4} />}
                    <Medal medal={state.badge.medal} tier={state.earned?.tier ?? null} />
                  </span>
                  <span class="name">{scene.text(state.badge.name) || scene.t('secretBadge')}</span>
                </button>
              </li>
              {open && (
                <li class="detail" id={id}>
                  <BadgeDetail state={state} />
                </li>
              )}
            </Fragment>
          );
        })}
      </ul>
    </section>
  );
}

function labelOf({ badge, kind, earned, next }: BadgeState, scene: Scene): string {
  const name = scene.text(badge.name);
  if (kind === 'secret') return scene.t('secretBadge');
  if (earned !== null) return scene.t('badgeEarned', { name, tier: scene.t(earned.tier) });
  if (kind === 'withheld') return `${name}, ${withheldText(badge, scene)}`;
  if (kind === 'locked' || next === null) return scene.t('badgeLocked', { name });
  return scene.t('badgeUnderWay', { name, progress: badge.progress, goal: next.at });
}
