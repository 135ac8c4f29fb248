import type { Client, Snapshot } from '@waymark/contracts';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../surface/Icon.js';
import type { Memory } from '../surface/memory.js';
import { useReadable } from '../surface/readable.js';
import { Content, isFailed } from './Content.js';
import { useCelebration } from './celebration.js';
import { LatePreferences, prefetchBadges } from './Late.js';
import { LevelUp } from './LevelUp.js';
import { type Scene, SceneContext } from './scene.js';
import type { UserCenterTab } from './tab.js';

/** Where a user center is: in a sheet that opens and closes, or in the page's own flow. */
export type Mode = 'panel' | 'inline';
/** What a drawn user center is at: ready out of sight, open, or closing, which takes a moment. */
export type Phase = 'ready' | 'open' | 'closing';
/** What {@link UserCenter} is drawn from. */
export interface UserCenterProps {
  readonly client: Client;
  readonly scene: Scene;
  readonly memory: Memory;
  readonly mode: Mode;
  readonly phase: Phase;
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
  const reached = level === null ? undefined : snapshot?.levels[level];
  const celebrating = level !== null && reached !== undefined;
  const [choosing, setChoosing] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const failed = isFailed(view);

  useEffect(prefetchBadges, []);
  useLayoutEffect(() => {
    const sheet = dialog.current;
    if (mode !== 'panel' || phase !== 'open' || sheet === null) return;
    sheet.focus({ preventScroll: true });
  }, [mode, phase]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (choosing && !celebrating) return endChoosing(event);
    if (mode !== 'panel' && !celebrating) return;
    event.preventDefault();
    // Whoever closes gives the focus back: the sheet, which is still sliding away, must not take it again.
    if (!celebrating) return onClose();
    endCelebration();
    dialog.current?.focus({ preventScroll: true });
  };
  const choose = useCallback((event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLElement;
    setChoosing(true);
  }, []);
  // The same element as before where nothing in it changed: opening what is drawn already must cost nothing.
  const content = useMemo(
    () => <Content client={client} view={view} tab={props.tab} onTab={onTab} onPreferences={choose} />,
    [client, view, props.tab, onTab, choose],
  );
  const endChoosing = (event?: Event) => {
    event?.preventDefault();
    setChoosing(false);
  };
  useLayoutEffect(() => {
    if (choosing || opener.current === null) return;
    opener.current.focus({ preventScroll: true });
    opener.current = null;
  }, [choosing]);

  return (
    <SceneContext.Provider value={scene}>
      <div class={`root ${mode}`} lang={scene.lang} dir={scene.dir}>
        {/* Tapping beside the sheet closes it; with a keyboard that is Escape. */}
        {mode === 'panel' && (
          <button
            type="button"
            class={`scrim ${phase}`}
            part="scrim"
            tabIndex={-1}
            aria-hidden="true"
            onClick={onClose}
          />
        )}
        <section
          class={`sheet ${phase}`}
          inert={phase === 'ready'}
          aria-hidden={phase === 'ready'}
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
            {content}
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
