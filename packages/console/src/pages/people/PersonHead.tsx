import type { PersonDetail } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Avatar } from '../../parts/Avatar.js';
import { Icon } from '../../parts/Icon.js';
import { Ago } from '../../parts/Moment.js';
import { Ring } from '../../parts/Ring.js';
import { Stat } from '../../parts/Stat.js';
import { companyHref } from '../../route.js';

/** Who it is, which level, and the numbers that matter. */
export function PersonHead({ person }: { person: PersonDetail }) {
  const { words, format } = useServices();
  const level = person.levels[person.level];
  const next = person.levels[person.level + 1];
  const share =
    level === undefined || next === undefined
      ? 1
      : // Growth can have lapsed below the level that is still worn.
        Math.max(0, (person.growth - level.at) / (next.at - level.at));
  const tiers = person.badgeViews.reduce(
    (sum, badge) => sum + badge.tiers.filter(({ earnedAt }) => earnedAt !== null).length,
    0,
  );
  return (
    <>
      <nav class="trail" aria-label={words.pages.people}>
        <a href="#/people">{words.pages.people}</a>
        {person.companyId !== '' && (
          <>
            <Icon name="right" />
            <a href={companyHref(person.companyId)}>
              <bdi>{person.companyName}</bdi>
            </a>
          </>
        )}
      </nav>
      <header class="profile">
        <Ring share={share}>
          <Avatar id={person.userId} name={person.name} />
        </Ring>
        <div class="profile-who">
          <h1>
            <bdi>{person.name}</bdi>
          </h1>
          <p class="profile-title">
            {level && (
              <span class="title-chip">
                <bdi>{format.text(level.title)}</bdi>
              </span>
            )}
            <span class="muted">
              {next === undefined
                ? words.person.highest
                : words.person.toNext(format.number(next.at - person.growth), format.text(next.title))}
            </span>
          </p>
          <p class="code muted">
            <bdi>{person.userId}</bdi>
            {person.role !== null && (
              <>
                {' · '}
                <bdi>{person.role}</bdi>
              </>
            )}
          </p>
        </div>
      </header>
      <dl class="stats">
        <Stat label={words.person.growth} value={format.number(person.growth)} tone="accent" />
        <Stat label={words.person.level} value={format.number(person.level + 1)}>
          <span class="muted">
            {words.person.levelOf(format.number(person.level + 1), format.number(person.levels.length))}
          </span>
        </Stat>
        <Stat label={words.person.badges} value={format.number(person.badges)}>
          <span class="muted">{words.person.tiers(format.number(tiers))}</span>
        </Stat>
        <Stat label={words.person.events} value={format.number(person.events)}>
          <span class="muted">
            {words.person.lastSeen}: <Ago iso={person.lastSeen} />
          </span>
        </Stat>
      </dl>
    </>
  );
}
