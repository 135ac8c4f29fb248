import type { BadgeView, Client, LeagueView, Snapshot, View } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { createLater, type Later, useLater } from '../surface/later.js';
import { Failure } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useScene } from './scene.js';

/** The badge wall: not on the first tab, and its medals are much to load. */
const badgeWall = createLater(() => import('./badges/index.js'));
/** The company view: only some people of a company have it. */
const company = createLater(() => import('./company/index.js'));
/** The league: behind a tab of the rankings, and with a medal. */
const leagueTable = createLater(() => import('./league/index.js'));
/** The preferences: seldom opened. */
const preferences = createLater(() => import('./preferences/index.js'));

/** The rewards: only where something can be spent. */
const rewards = createLater(() => import('./rewards/index.js'));

/** Loads the badge wall ahead, while nothing else is to be done. */
export function prefetchBadges(): void {
  badgeWall.load().catch(() => {
    // It is tried again when it is needed.
  });
}

/** The badge wall, loaded when it is first shown. */
export function LateBadges({ badges }: { readonly badges: readonly BadgeView[] }) {
  return <Late later={badgeWall}>{({ BadgeWall }) => <BadgeWall badges={badges} />}</Late>;
}

/** The company view, loaded when it is first opened. */
export function LateCompany({ snapshot }: { readonly snapshot: Snapshot }) {
  const growth = snapshot.companyGrowth;
  if (growth === null) return null;
  return (
    <Late later={company}>
      {({ Company }) => <Company company={snapshot.company} growth={growth} levels={snapshot.levels} />}
    </Late>
  );
}

/** The league, loaded when it is first shown. */
export function LateLeague(props: { readonly league: LeagueView; readonly me: string }) {
  return <Late later={leagueTable}>{({ League }) => <League {...props} />}</Late>;
}

/** The preferences, loaded when they are first opened. */
export function LatePreferences(props: {
  readonly client: Client;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly onBack: () => void;
}) {
  return <Late later={preferences}>{({ Preferences }) => <Preferences {...props} />}</Late>;
}

/** The rewards, loaded when they are first shown. */
export function LateRewards(props: {
  readonly client: Client;
  readonly view: View;
  readonly snapshot: Snapshot;
}) {
  const { client, view, snapshot } = props;
  const { wallets = [], rewards: all = [], levels } = snapshot;
  return (
    <Late later={rewards}>
      {({ Rewards }) => (
        <Rewards client={client} view={view} wallets={wallets} rewards={all} levels={levels} />
      )}
    </Late>
  );
}

function Late<T extends { readonly css: string }>(props: {
  readonly later: Later<T>;
  readonly children: (loaded: T) => ComponentChildren;
}) {
  const scene = useScene();
  const [loaded, failed, retry] = useLater(props.later);
  if (failed) return <Failure offline={!navigator.onLine} waiting={0} problem={null} onRetry={retry} />;
  if (loaded === null) return <Skeleton tab="company" label={scene.t('loading')} />;
  scene.wear(loaded.css);
  return props.children(loaded);
}
