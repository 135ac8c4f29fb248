import { useState } from 'preact/hooks';
import { Glyph } from './Glyph.js';
import type { Activity, CompanyActivity } from './host-api.js';
import type { Loaded } from './loaded.js';
import { Rows } from './Rows.js';
import { useServices } from './services.js';
import { LISTED, type Tab } from './tabs.js';
import { workOf } from './work.js';

/** One section's list, to be searched. */
export function List(props: {
  tab: Exclude<Tab, 'overview'>;
  items: readonly Activity[];
  loaded: Loaded<CompanyActivity>;
}) {
  const { tab, items, loaded } = props;
  const { words, text } = useServices();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const own = items.filter(({ event }) => LISTED[tab].includes(event));
  const found = own.filter((item) => {
    const { title, key } = workOf(item.event, item.id, item.files);
    return `${text(title)} ${key} ${item.name}`.toLocaleLowerCase().includes(wanted);
  });
  return (
    <section aria-labelledby="list">
      <header class="list-head">
        <h1 id="list">{words.lists[tab]}</h1>
        <label class="search">
          <Glyph name="search" />
          <span class="unseen">{words.search}</span>
          <input
            type="search"
            placeholder={words.search}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      </header>
      <Rows items={found} loaded={loaded} none={own.length > 0 ? words.noMatch : words.none} />
    </section>
  );
}
