import type { Client, Snapshot, View } from '@waymark/contracts';
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useReadable } from '../surface/readable.js';
import { Ledger } from '../user-center/growth/Ledger.js';
import { Quests } from '../user-center/growth/Quests.js';
import { Rankings } from '../user-center/growth/Rankings.js';
import { Streaks } from '../user-center/growth/Streaks.js';
import { LateBadges, LatePreferences, LateRewards } from '../user-center/Late.js';
import type { UserCenterKey } from '../user-center/messages.js';
import { Failure, Notice } from '../user-center/Notice.js';
import { type Scene, SceneContext } from '../user-center/scene.js';
import { LevelCard } from './LevelCard.js';
import { PartSkeleton } from './PartSkeleton.js';

/** The parts of the user center that stand alone, by the name of their element without `waymark-`. */
export const PARTS = ['level', 'badge-wall', 'ranking', 'quests', 'streak', 'ledger', 'rewards'] as const;

/** Name of a part. */
export type PartName = (typeof PARTS)[number];

const TITLES: Readonly<Record<PartName, UserCenterKey>> = {
  level: 'growthValue',
  'badge-wall': 'badges',
  ranking: 'ranking',
  quests: 'quests',
  streak: 'streaks',
  ledger: 'ledger',
  rewards: 'rewards',
};

/** What {@link Part} is drawn from. */
export interface PartProps {
  readonly client: Client;
  readonly scene: Scene;
  readonly part: PartName;
  /** Opens the user center; absent where there is none. */
  readonly onOpen: (() => void) | undefined;
}

/** One part of the user center alone on the page, in each of its states. */
export function Part({ client, scene, part, onOpen }: PartProps) {
  const view = useReadable(client.view);
  const { snapshot } = view;
  const offline = view.connection === 'offline';
  const failed = snapshot === null && (offline || view.connection === 'refused');
  return (
    <SceneContext.Provider value={scene}>
      <div class="root alone" lang={scene.lang} dir={scene.dir}>
        <section
          class={`piece ${part}${failed ? ' failed' : ''}`}
          part="panel"
          aria-label={`${scene.t('title')}: ${scene.t(TITLES[part])}`}
          aria-busy={snapshot === null && !failed}
        >
          <h2 class="unseen">{scene.t('title')}</h2>
          <Notice view={view} onRetry={client.retry} />
          {snapshot !== null ? (
            <Drawn client={client} view={view} snapshot={snapshot} part={part} onOpen={onOpen} />
          ) : failed ? (
            <Failure offline={offline} waiting={view.waiting} problem={view.problem} onRetry={client.retry} />
          ) : (
            <PartSkeleton part={part} label={scene.t('loading')} />
          )}
        </section>
      </div>
    </SceneContext.Provider>
  );
}

function Drawn(props: Omit<PartProps, 'scene'> & { readonly view: View; readonly snapshot: Snapshot }) {
  const { client, view, snapshot, part, onOpen } = props;
  const draw: Readonly<Record<PartName, () => ComponentChild>> = {
    level: () => <LevelCard view={view} snapshot={snapshot} />,
    'badge-wall': () => <LateBadges badges={snapshot.badges} />,
    ranking: () => <Ranking client={client} view={view} snapshot={snapshot} />,
    quests: () => <Quests quests={snapshot.quests} />,
    streak: () => <Streaks streaks={snapshot.streaks} />,
    ledger: () => (
      <Ledger
        entries={snapshot.ledger}
        wallets={snapshot.wallets}
        pending={view.pending}
        onNextStep={onOpen}
      />
    ),
    rewards: () => <LateRewards client={client} view={view} snapshot={snapshot} />,
  };
  return draw[part]();
}

/** The ranking, in whose place the preferences stand while they are open. */
function Ranking(props: { readonly client: Client; readonly view: View; readonly snapshot: Snapshot }) {
  const { client, view, snapshot } = props;
  const [choosing, setChoosing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const end = () => {
    setChoosing(false);
    box.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} tabIndex={-1}>
      {choosing ? (
        <LatePreferences client={client} view={view} snapshot={snapshot} onBack={end} />
      ) : (
        <Rankings
          rankings={snapshot.rankings}
          league={snapshot.league}
          me={snapshot.user.id}
          hidden={snapshot.preferences.ranking === 'hidden'}
          onPreferences={() => setChoosing(true)}
        />
      )}
    </div>
  );
}
