import type { Client } from '@waymark/contracts';
import type { Voice } from '../locale/voice.js';
import type { Memory } from '../surface/memory.js';
import { Ring } from '../surface/Ring.js';
import { useReadable } from '../surface/readable.js';
import { useGain } from './gain.js';
import type { LauncherKey } from './messages.js';
import { useUnread } from './unread.js';

/** Where the launcher stands in the window. */
export type LauncherPosition = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';

/** What {@link Launcher} is drawn from. */
export interface LauncherProps {
  readonly client: Client;
  readonly voice: Voice<LauncherKey>;
  readonly memory: Memory;
  readonly position: LauncherPosition;
  readonly expanded: boolean;
  readonly onPress: () => void;
  readonly onNear: (() => void) | undefined;
}

const MOST = 9;

/** A round button in the level ring, with the number of new awards. */
export function Launcher(props: LauncherProps) {
  const { client, voice, memory, position, expanded, onPress, onNear } = props;
  const view = useReadable(client.view);
  const { snapshot, level, growth } = view;
  const gain = useGain(view);
  const unread = useUnread(snapshot, expanded, memory);
  const label = unread > 0 ? `${voice.t('open')}, ${voice.t('unread', { n: unread })}` : voice.t('open');
  const start = snapshot?.levels[level]?.at ?? 0;
  const next = snapshot?.levels[level + 1]?.at;
  const share = snapshot === null ? 0 : next === undefined ? 1 : (growth - start) / Math.max(1, next - start);
  return (
    <div class={`root ${position}`} lang={voice.lang} dir={voice.dir}>
      {gain > 0 && !expanded && (
        <span class="gain" part="gain" aria-hidden="true">
          {voice.signed(gain)}
        </span>
      )}
      <button
        type="button"
        class="launcher"
        part="launcher"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={expanded}
        onClick={onPress}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        <Ring share={share} width={6} />
        <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M4 19.5L9.8 8.500l3.7 6 2-2.8 4.5 7.800z" />
          <path d="M9.8 8.500v-6l5 2-5 2" />
        </svg>
        {unread > 0 && (
          <span class="unread" aria-hidden="true">
            {unread > MOST ? `${voice.number(MOST)}+` : voice.number(unread)}
          </span>
        )}
      </button>
    </div>
  );
}
