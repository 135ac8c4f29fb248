import type { Voice } from '../../locale/voice.js';
import type { TipsKey } from '../messages.js';

/** More steps than this are told in numbers. */
const DOTS = 7;

/** How far the person is: dots up to seven steps, numbers beyond. */
export function Steps(props: { readonly voice: Voice<TipsKey>; readonly at: number; readonly of: number }) {
  const { voice, at, of } = props;
  const label = voice.t('tipStepLabel', { n: at + 1, of });
  if (of > DOTS) return <p class="progress">{voice.t('tipStep', { n: at + 1, of })}</p>;
  return (
    <div class="progress dots" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} class={i === at ? 'on' : ''} />
      ))}
    </div>
  );
}
