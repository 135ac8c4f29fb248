import { useRef } from 'preact/hooks';
import type { LauncherPosition } from '../launcher/Launcher.js';
import type { Voice } from '../locale/voice.js';
import { Medal } from '../medal/Medal.js';
import { Icon } from '../surface/Icon.js';
import { Ring } from '../surface/Ring.js';
import type { Award } from './awards.js';
import type { ToastKey } from './messages.js';
import { useAwards, type Watch } from './waiting.js';

/** What {@link Toast} is drawn from. */
export interface ToastProps extends Watch {
  readonly voice: Voice<ToastKey>;
  readonly position: LauncherPosition;
  readonly onOpen: () => void;
}

/** One small message at a time about what was just won; it never takes the focus, and goes by itself. */
export function Toast({ voice, position, onOpen, ...watch }: ToastProps) {
  const box = useRef<HTMLElement>(null);
  const [awards, away] = useAwards(watch, () => box.current?.matches(':hover,:focus-within') ?? false);
  const [first, ...rest] = awards;
  const open = () => {
    away();
    onOpen();
  };
  return (
    <div class={`root ${position}`} lang={voice.lang} dir={voice.dir}>
      <p class="unseen" role="status">
        {awards.map((award) => `${labelOf(award, voice)}: ${voice.text(award.name)}`).join('. ')}
      </p>
      {first !== undefined && (
        <section
          class="toast"
          part="toast"
          aria-label={labelOf(first, voice)}
          key={first.id}
          ref={box}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            away();
          }}
        >
          <span class="emblem">
            <Emblem award={first} voice={voice} />
          </span>
          <div class="words">
            <p class="label">{labelOf(first, voice)}</p>
            <p class="name">{voice.text(first.name)}</p>
            {rest.length > 0 && <p class="note">{voice.t('toastMore', { n: rest.length })}</p>}
            <button type="button" class="look" onClick={open}>
              {voice.t('toastOpen')}
            </button>
          </div>
          <button type="button" class="away" aria-label={voice.t('toastClose')} onClick={away}>
            <Icon name="close" />
          </button>
        </section>
      )}
    </div>
  );
}

function Emblem({ award, voice }: { readonly award: Award; readonly voice: Voice<ToastKey> }) {
  if (award.kind === 'badge') return <Medal medal={award.medal} tier={award.tier} />;
  return (
    <span class={`seal ${award.kind}`} aria-hidden="true">
      {award.kind === 'level' && <Ring share={1} width={6} />}
      {award.kind === 'level' ? <span>{voice.number(award.level + 1)}</span> : <Icon name="check" />}
    </span>
  );
}

function labelOf(award: Award, voice: Voice<ToastKey>): string {
  if (award.kind === 'level') return voice.t('toastLevel', { level: award.level + 1 });
  if (award.kind === 'quest') return voice.t('toastQuest');
  return voice.t('toastBadge', { tier: voice.t(award.tier) });
}
