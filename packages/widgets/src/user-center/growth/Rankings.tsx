import type { LeagueView, RankingView } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { TabPanel, Tabs } from '../../surface/Tabs.js';
import { LateLeague } from '../Late.js';
import { useScene } from '../scene.js';
import { PlaceList } from './PlaceList.js';
import { Points } from './Points.js';

/** Names the league's tab: no ranking has such an id. */
const LEAGUE = '~league';

/** The rankings, one at a time: the places around the person first, the top of the list second; and the league. */
export function Rankings({
  rankings,
  league,
  me,
  hidden,
  onPreferences,
}: {
  readonly rankings: readonly RankingView[];
  readonly league: LeagueView | undefined;
  readonly me: string;
  /** Whether the person takes part in none. */
  readonly hidden: boolean;
  readonly onPreferences: (event: MouseEvent) => void;
}) {
  const scene = useScene();
  const [chosen, setChosen] = useState('');
  const isLeague = league !== undefined && (chosen === LEAGUE || rankings.length === 0);
  const ranking = rankings.find(({ id }) => id === chosen) ?? rankings[0];
  const choose = (
    <button type="button" class="link" onClick={onPreferences}>
      {scene.t('rankingAs')}
    </button>
  );
  if ((ranking === undefined && league === undefined) || hidden) {
    return (
      <section class="rankings" part="ranking">
        <h3 class="heading">{scene.t('ranking')}</h3>
        <div class="empty">
          <p>{scene.t(hidden ? 'rankingHidden' : 'emptyRankings')}</p>
          {hidden && choose}
        </div>
        {hidden && <OwnPoints rankings={rankings} />}
      </section>
    );
  }
  const tabs = [
    ...rankings.map(({ id, name }) => ({ id, label: scene.text(name) })),
    ...(league === undefined ? [] : [{ id: LEAGUE, label: scene.t('league') }]),
  ];
  const selected = isLeague ? LEAGUE : (ranking?.id ?? '');
  const place = isLeague ? null : (ranking?.me ?? null);
  const shown =
    isLeague || ranking === undefined ? (
      league !== undefined && <LateLeague league={league} me={me} />
    ) : (
      <Places ranking={ranking} me={me} />
    );
  return (
    <section class="rankings" part="ranking">
      <header class="heading">
        <h3>{scene.t('ranking')}</h3>
        {place !== null && (
          <p class="note">{scene.t('rank', { rank: place.rank, total: ranking?.total ?? 0 })}</p>
        )}
      </header>
      {tabs.length > 1 ? (
        <>
          <Tabs
            name="window"
            label={scene.t('ranking')}
            tabs={tabs}
            selected={selected}
            onSelect={setChosen}
          />
          <TabPanel name="window" selected={selected}>
            {shown}
          </TabPanel>
        </>
      ) : (
        shown
      )}
      {choose}
    </section>
  );
}

/** What the person has in each window: nobody else sees it, and they know where they are. */
function OwnPoints({ rankings }: { readonly rankings: readonly RankingView[] }) {
  const scene = useScene();
  const known = rankings.flatMap(({ id, name, points }) =>
    points === undefined ? [] : [{ id, name, points }],
  );
  if (known.length === 0) return null;
  return (
    <>
      <h4>{scene.t('onlyYouSee')}</h4>
      <ul class="places" aria-label={scene.t('onlyYouSee')}>
        {known.map(({ id, name, points }) => (
          <li key={id} class="place">
            <span class="name">{scene.text(name)}</span>
            <Points points={points} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Places({ ranking, me }: { readonly ranking: RankingView; readonly me: string }) {
  const scene = useScene();
  const { around, top, total, withheld, percentile } = ranking;
  if (withheld === 'few') return <p class="empty">{scene.t('rankingFew')}</p>;
  if (total === 0) return <p class="empty">{scene.t('emptyRanking')}</p>;
  // In a small company everybody is around the person: the top would only repeat the list.
  const showsAll = around.length > 0 && around.length >= total;
  return (
    <>
      {around.length > 0 ? (
        <>
          {!showsAll && <h4>{scene.t('aroundYou')}</h4>}
          <PlaceList label={scene.t(showsAll ? 'ranking' : 'aroundYou')} places={around} me={me} />
        </>
      ) : (
        <p class="empty">{scene.t('noRank')}</p>
      )}
      {percentile != null && percentile > 0 && (
        <p class="note ahead">{scene.t('percentile', { share: scene.percent(percentile / 100) })}</p>
      )}
      {!showsAll && top.length > 0 && (
        <>
          <h4>{scene.t('top')}</h4>
          <PlaceList label={scene.t('top')} places={top} me={me} />
        </>
      )}
    </>
  );
}
