import type { View } from '@waymark/contracts';
import { Icon } from '../surface/Icon.js';
import { useScene } from './scene.js';

/** One line above what is known already: offline, or refused by the hub. */
export function Notice({ view, onRetry }: { readonly view: View; readonly onRetry: () => void }) {
  const scene = useScene();
  if (view.snapshot === null || (view.connection !== 'offline' && view.connection !== 'refused')) return null;
  const offline = view.connection === 'offline';
  const text = offline
    ? scene.t(view.waiting > 0 ? 'waiting' : 'offline', { n: view.waiting })
    : scene.t('errorStale');
  return (
    <div class={offline ? 'notice' : 'notice refused'} part="notice">
      <Icon name={offline ? 'offline' : 'alert'} />
      <p>{text}</p>
      <button type="button" class="link" onClick={onRetry}>
        {scene.t('retry')}
      </button>
    </div>
  );
}

/** In the place of everything, when nothing is there yet and it cannot be had. */
export function Failure(props: {
  readonly offline: boolean;
  /** Events that wait in the collector's queue. */
  readonly waiting: number;
  readonly problem: string | null;
  readonly onRetry: () => void;
}) {
  const { offline, waiting, problem, onRetry } = props;
  const scene = useScene();
  return (
    <div class="failure" part="failure">
      <span class="mark">
        <Icon name={offline ? 'offline' : 'alert'} />
      </span>
      <h3>{scene.t(offline ? 'offlineTitle' : 'errorTitle')}</h3>
      <p>{offline ? scene.t(waiting > 0 ? 'waiting' : 'offline', { n: waiting }) : scene.t('errorText')}</p>
      <button type="button" class="button primary" onClick={onRetry}>
        {scene.t('retry')}
      </button>
      {!offline && problem !== null && (
        <details>
          <summary>{scene.t('details')}</summary>
          <p lang="en" dir="ltr">
            {problem}
          </p>
        </details>
      )}
    </div>
  );
}
