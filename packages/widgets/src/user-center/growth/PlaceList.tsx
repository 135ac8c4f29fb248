import type { RankView } from '@waymark/contracts';
import { Avatar } from '../Avatar.js';
import { useScene } from '../scene.js';
import { Points } from './Points.js';

/** Places of people, the person's own marked. */
export function PlaceList(props: {
  readonly label: string;
  readonly places: readonly RankView[];
  readonly me: string;
}) {
  const { label, places, me } = props;
  const scene = useScene();
  return (
    <ul class="places" aria-label={label}>
      {places.map(({ rank, points, user }) => (
        <li
          key={user.id}
          class={user.id === me ? 'place me' : 'place'}
          aria-current={user.id === me ? 'true' : undefined}
        >
          <span class="rank">
            <span class="unseen">{scene.t('place', { rank })}</span>
            <span aria-hidden="true">{scene.number(rank)}</span>
          </span>
          <Avatar person={user} />
          <span class="name" title={user.name}>
            {user.name}
          </span>
          {user.id === me && <span class="you">{scene.t('you')}</span>}
          <Points points={points} />
        </li>
      ))}
    </ul>
  );
}
