import type { ComponentChildren } from 'preact';
import { useServices } from '../app/services.js';
import type { GrowingList } from '../hub/pages.js';
import { Failed, Notice, SkeletonRows } from './States.js';

/** A card around a list that says what state it is in and grows on request. */
export function Listing<T>(props: {
  list: GrowingList<T>;
  none: string;
  onClear?: () => void;
  children: ComponentChildren;
}) {
  const { list, none, onClear, children } = props;
  const { words, format } = useServices();
  if (list.problem !== null && list.rows.length === 0) {
    return (
      <section class="card">
        <Failed problem={list.problem} retry={list.retry} />
      </section>
    );
  }
  if (list.value === null) {
    return (
      <section class="card">
        <SkeletonRows />
      </section>
    );
  }
  if (list.rows.length === 0) {
    return (
      <section class="card">
        <Notice icon="inbox" title={none}>
          {onClear && (
            <button type="button" class="button" onClick={onClear}>
              {words.list.clear}
            </button>
          )}
        </Notice>
      </section>
    );
  }
  const { total, next } = list.value;
  return (
    <section class="card" aria-busy={list.loading || list.growing}>
      {list.problem && <Failed problem={list.problem} retry={list.retry} />}
      <div class={list.loading ? 'stale' : undefined}>{children}</div>
      {list.growProblem && <Failed problem={list.growProblem} retry={list.grow} />}
      <footer class="card-foot">
        <span class="muted" role="status">
          {words.list.shown(format.number(list.rows.length), total, format.number(total))}
        </span>
        {next !== null && (
          <button type="button" class="button" disabled={list.growing} onClick={list.grow}>
            {list.growing ? `${words.states.loading}…` : words.list.more}
          </button>
        )}
      </footer>
    </section>
  );
}
