import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { useCompanyOptions } from '../../hub/company-options.js';
import { SearchField, SelectField } from '../../parts/Fields.js';
import { Icon } from '../../parts/Icon.js';
import { PageHead } from '../../parts/PageHead.js';
import { Notice } from '../../parts/States.js';
import { useReadable } from '../../readable.js';
import type { Filters } from '../../route.js';
import { LiveCounts } from './LiveCounts.js';
import { LiveRow } from './LiveRow.js';
import { DOINGS, filtered, KEPT, type LiveLog, seen } from './live-log.js';

/** Events as they arrive, what the hub said to them and what they earned. */
export function LivePage({ filters }: { filters: Filters }) {
  const { live, router, words, format } = useServices();
  const log = useReadable(live.log);
  const [paused, setPaused] = useState<LiveLog | null>(null);
  const shownLog = paused ?? log;
  const items = filtered(shownLog.items, filters);
  const unseen = paused === null ? 0 : Math.max(0, seen(log) - seen(paused));
  const refine = (change: Filters) => router.refine({ ...filters, ...change });
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <>
      <PageHead title={words.pages.live} lead={words.live.lead}>
        <FeedPill paused={paused !== null} />
        <div class="page-acts">
          <button
            type="button"
            class={paused === null ? 'button' : 'button button-main'}
            onClick={() => setPaused(paused === null ? log : null)}
          >
            <Icon name={paused === null ? 'pause' : 'play'} />
            {paused === null
              ? words.live.pause
              : unseen > 0
                ? words.live.resumeWith(unseen, format.number(unseen))
                : words.live.resume}
          </button>
          <button
            type="button"
            class="button button-icon"
            title={words.live.clear}
            aria-label={words.live.clear}
            disabled={log.items.length === 0}
            onClick={() => {
              live.clear();
              setPaused(null);
            }}
          >
            <Icon name="clear" />
          </button>
        </div>
      </PageHead>
      <LiveCounts log={log} />
      <LiveFilters filters={filters} names={log.names} refine={refine} />
      <section class="card" aria-label={words.pages.live}>
        {items.length > 0 ? (
          <ol class="live-list">
            {items.map((item) => (
              <LiveRow key={item.key} item={item} />
            ))}
          </ol>
        ) : narrowed ? (
          <Notice icon="search" title={words.list.none}>
            <button type="button" class="button" onClick={() => router.refine({})}>
              {words.list.clear}
            </button>
          </Notice>
        ) : (
          <Notice icon="live" title={words.live.waiting} more={words.live.waitingMore} />
        )}
        {shownLog.items.length === KEPT && (
          <p class="card-foot muted">{words.live.kept(format.number(KEPT))}</p>
        )}
      </section>
    </>
  );
}

function FeedPill({ paused }: { paused: boolean }) {
  const { live, words } = useServices();
  const state = useReadable(live.state);
  const shown = paused && state === 'live' ? 'paused' : state;
  return (
    <span class={`pill pill-${shown}`} role="status">
      <span class="pill-dot" aria-hidden="true" />
      {words.live.states[shown]}
    </span>
  );
}

function LiveFilters(props: {
  filters: Filters;
  names: readonly string[];
  refine: (change: Filters) => void;
}) {
  const { filters, names, refine } = props;
  const { words } = useServices();
  const companies = useCompanyOptions();
  const chosen = filters.event ?? '';
  const listed = chosen === '' || chosen === DOINGS || names.includes(chosen);
  const events = listed ? names : [chosen, ...names];
  return (
    <search class="filters">
      <SearchField
        label={words.list.search}
        value={filters.search ?? ''}
        onChange={(search) => refine({ search })}
      />
      <SelectField
        label={words.live.event}
        value={chosen}
        options={[
          ['', `${words.live.event}: ${words.list.all}`],
          [DOINGS, words.live.doings],
          ...events.map((name) => [name, name] as const),
        ]}
        onChange={(event) => refine({ event })}
      />
      <SelectField
        label={words.live.company}
        value={filters.company ?? ''}
        options={[['', words.people.allCompanies], ...companies]}
        onChange={(company) => refine({ company })}
      />
      <SelectField
        label={words.live.verdict}
        value={filters.verdict ?? ''}
        options={[
          ['', `${words.live.verdict}: ${words.list.all}`],
          ['accepted', words.live.accepted],
          ['rejected', words.live.rejected],
        ]}
        onChange={(verdict) => refine({ verdict })}
      />
    </search>
  );
}
