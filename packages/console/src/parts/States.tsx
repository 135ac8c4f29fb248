import type { ComponentChildren } from 'preact';
import { useServices } from '../app/services.js';
import { HubProblem } from '../hub/api.js';
import { Icon, type IconName } from './Icon.js';

/** One sentence, and at most one thing to do about it. */
export function Notice(props: {
  icon: IconName;
  title: string;
  more?: string | undefined;
  tone?: 'plain' | 'danger';
  children?: ComponentChildren;
}) {
  return (
    <div
      class={`notice notice-${props.tone ?? 'plain'}`}
      role={props.tone === 'danger' ? 'alert' : undefined}
    >
      <Icon name={props.icon} />
      <p class="notice-title">{props.title}</p>
      {props.more && <p class="notice-more">{props.more}</p>}
      {props.children}
    </div>
  );
}

/** Why something did not load, in words for an operator, with a way to try again. */
export function Failed({ problem, retry }: { problem: Error; retry: () => void }) {
  const { words } = useServices();
  const status = problem instanceof HubProblem ? problem.status : -1;
  const again = (
    <button type="button" class="button" onClick={retry}>
      {words.states.retry}
    </button>
  );
  if (status === 0) {
    return (
      <Notice icon="offline" tone="danger" title={words.states.offline} more={words.states.offlineMore}>
        {again}
      </Notice>
    );
  }
  if (status === 404)
    return <Notice icon="inbox" title={words.states.missing} more={words.states.missingMore} />;
  return (
    <Notice icon="alert" tone="danger" title={words.states.failed} more={problem.message}>
      {again}
    </Notice>
  );
}

/** Grey shapes in the place of rows that are on their way. */
export function SkeletonRows({ count = 8 }: { count?: number }) {
  const { words } = useServices();
  return (
    <div class="skeleton-rows" role="status" aria-label={words.states.loading}>
      {Array.from({ length: count }, (_, i) => (
        <div key={i} class="skeleton-row" aria-hidden="true">
          <span class="skeleton skeleton-round" />
          <span class="skeleton skeleton-wide" />
          <span class="skeleton" />
          <span class="skeleton" />
        </div>
      ))}
    </div>
  );
}
