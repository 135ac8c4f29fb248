import type { Client, Snapshot } from '@waymark/contracts';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../surface/Icon.js';
import type { Memory } from '../surface/memory.js';
import { useReadable } from '../surface/readable.js';
import { TabPanel, Tabs } from '../surface/Tabs.js';
import { useCelebration } from './celebration.js';
import { Growth } from './growth/Growth.js';
import { Header } from './Header.js';
import { Home } from './home/Home.js';
import { LateCompany, LatePreferences, prefetchBadges } from './Late.js';
import { LevelUp } from './LevelUp.js';
import { Failure, Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { type Scene, SceneContext } from './scene.js';
import { standingOf } from './standing.js';

/** Where a user center is: in a sheet that opens and closes, or in the page's own flow. */
export type Mode = 'panel' | 'inline';
/** The user center's tabs. */
export type UserCenterTab = 'home' | 'growth' | 'company';

/** What {@link UserCenter} is drawn from. */
export interface UserCenterProps {
  readonly client: Client;
  readonly scene: Scene;
  readonly memory: Memory;
  readonly mode: Mode;
  /** A closing sheet is still seen for a moment. */
  readonly phase: 'open' | 'closing';
  readonly tab: UserCenterTab;
  readonly onTab: (tab: UserCenterTab) => void;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

/** The user center: who this is, and the tabs. */
export function UserCenter(props: UserCenterProps) {
  const { client, scene, memory, mode, phase, onTab, onClose, onClosed } = props;
  const view = useReadable(client.view);
  const { snapshot } = view;
  const [level, endCelebration] = useCelebration(snapshot, phase === 'open', memory);
  const news = useNews(snapshot, scene);
  const dialog = useRef<HTMLElement>(null);
  const standing = snapshot === null ? null : standingOf(snapshot.levels, view.level, view.growth);
  const reached = level === null ? undefined : snapshot?.levels[level];
  const celebrating = level !== null && reached !== undefined;
  const hasCompany = snapshot !== null && snapshot.companyGrowth?.people != null;
  const tab = props.tab === 'company' && snapshot !== null && !hasCompany ? 'home' : props.tab;
  const [choosing, setChoosing] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const failed = snapshot === null && (view.connection === 'offline' || view.connection === 'refused');

  useEffect(prefetchBadges, []);
  useLayoutEffect(() => {
    if (mode === 'panel' && phase === 'open') dialog.current?.focus({ preventScroll: true });
  }, [mode, phase]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (celebrating) endCelebration();
    else if (choosing) return endChoosing(event);
    else if (mode === 'panel') onClose();
    else return;
    event.preventDefault();
    dialog.current?.focus({ preventScroll: true });
  };
  const choose = (event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLElement;
    setChoosing(true);
  };
  const endChoosing = (event?: Event) => {
    event?.preventDefault();
    setChoosing(false);
  };
  useLayoutEffect(() => {
    if (choosing || opener.current === null) return;
    opener.current.focus({ preventScroll: true });
    opener.current = null;
  }, [choosing]);
  const tabs = [
    { id: 'home', label: scene.t('home') },
    { id: 'growth', label: scene.t('growth') },
    ...(hasCompany || (tab === 'company' && snapshot === null)
      ? [{ id: 'company', label: scene.t('company') }]
      : []),
  ];

  return (
    <SceneContext.Provider value={scene}>
      <div class={`root ${mode} ${phase}`} lang={scene.lang} dir={scene.dir}>
        {/* Tapping beside the sheet closes it; with a keyboard that is Escape. */}
        {mode === 'panel' && (
          <button
            type="button"
            class="scrim"
            part="scrim"
            tabIndex={-1}
            aria-hidden="true"
            onClick={onClose}
          />
        )}
        <section
          class="sheet"
          part="panel"
          role={mode === 'panel' ? 'dialog' : 'region'}
          aria-label={scene.t('title')}
          aria-busy={snapshot === null && !failed}
          tabIndex={-1}
          ref={dialog}
          onKeyDown={onKeyDown}
          onAnimationEnd={(event) => {
            if (phase === 'closing' && event.target === dialog.current) onClosed();
          }}
        >
          <div class={failed ? 'content failed' : 'content'} inert={celebrating || choosing}>
            <h2 class="unseen">{scene.t('title')}</h2>
            <Header snapshot={snapshot} level={view.level} standing={standing}>
              <div class="tab-row">
                <Tabs
                  name="main"
                  label={scene.t('title')}
                  tabs={tabs}
                  selected={tab}
                  onSelect={(id) => onTab(id as UserCenterTab)}
                />
                {snapshot !== null && (
                  <button
                    type="button"
                    class="choose"
                    aria-label={scene.t('preferences')}
                    title={scene.t('preferences')}
                    onClick={choose}
                  >
                    <Icon name="settings" />
                  </button>
                )}
              </div>
            </Header>
            <TabPanel key={tab} name="main" selected={tab}>
              <Notice view={view} onRetry={client.retry} />
              {snapshot === null || standing === null ? (
                failed ? (
                  <Failure
                    offline={view.connection === 'offline'}
                    waiting={view.waiting}
                    problem={view.problem}
                    onRetry={client.retry}
                  />
                ) : (
                  <Skeleton tab={tab} label={scene.t('loading')} />
                )
              ) : tab === 'home' ? (
                <Home view={view} snapshot={snapshot} standing={standing} onQuests={() => onTab('growth')} />
              ) : tab === 'growth' ? (
                <Growth
                  client={client}
                  view={view}
                  snapshot={snapshot}
                  onNextStep={() => onTab('home')}
                  onPreferences={choose}
                />
              ) : (
                <LateCompany snapshot={snapshot} />
              )}
            </TabPanel>
          </div>
          {choosing && snapshot !== null && !celebrating && (
            <LatePreferences client={client} view={view} snapshot={snapshot} onBack={endChoosing} />
          )}
          {celebrating && <LevelUp level={level} view={reached} onEnd={endCelebration} />}
          {mode === 'panel' && (
            <button type="button" class="close" part="close" aria-label={scene.t('close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
          <p class="unseen" role="status">
            {celebrating
              ? `${scene.t('levelUp', { level: level + 1 })}. ${scene.t('levelUpText', { title: scene.text(reached.title) })}`
              : news}
          </p>
        </section>
      </div>
    </SceneContext.Provider>
  );
}

/** The latest change of the growth value in words, for those who cannot see it count. */
function useNews(snapshot: Snapshot | null, scene: Scene): string {
  const [news, setNews] = useState('');
  const before = useRef<Snapshot | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = snapshot;
    if (last === null || snapshot === null || last.user.id !== snapshot.user.id) return;
    const change = snapshot.growth - last.growth;
    if (change !== 0) setNews(scene.t('announce', { change: scene.signed(change), n: snapshot.growth }));
  }, [snapshot, scene]);
  return news;
}
