import type { BadgeView } from '@waymark/contracts';
import { Medal } from '@waymark/widgets/medal';
import { useServices } from '../../app/services.js';

/** All badges of the playbook as this person has them: earned in their metal, the rest as outlines. */
export function BadgeWall({ badges }: { badges: readonly BadgeView[] }) {
  const { words, format } = useServices();
  const earned = badges.filter((badge) => tierOf(badge) !== null);
  const sorted = [...earned, ...badges.filter((badge) => tierOf(badge) === null)];
  return (
    <section class="card card-padded">
      <header class="card-head">
        <h2>{words.person.badges}</h2>
        <span class="number muted">
          {words.person.progress(format.number(earned.length), format.number(badges.length))}
        </span>
      </header>
      <ul class="badges">
        {sorted.map((badge) => (
          <BadgeCell key={badge.id} badge={badge} />
        ))}
      </ul>
    </section>
  );
}

function BadgeCell({ badge }: { badge: BadgeView }) {
  const { words, format } = useServices();
  const tier = tierOf(badge);
  const next = badge.tiers.find(({ earnedAt }) => earnedAt === null);
  const hidden = badge.name === null;
  const state = [
    tier && words.tiers[tier],
    badge.missing && words.person.withheld(badge.missing.map(format.text).join(' · ')),
    next && !next.withheld && words.person.progress(format.number(badge.progress), format.number(next.at)),
  ].filter(Boolean);
  return (
    <li
      class={tier === null ? 'badge badge-locked' : 'badge'}
      title={badge.description === null ? undefined : format.text(badge.description)}
    >
      <Medal medal={badge.medal} tier={tier} />
      <span class="badge-name">
        <bdi>{badge.name === null ? words.person.secret : format.text(badge.name)}</bdi>
      </span>
      {!hidden && (
        <span class="badge-state muted" title={next ? undefined : words.person.complete}>
          {state.join(' · ')}
        </span>
      )}
    </li>
  );
}

/** The highest tier earned. */
function tierOf(badge: BadgeView) {
  return badge.tiers.filter(({ earnedAt }) => earnedAt !== null).at(-1)?.tier ?? null;
}
