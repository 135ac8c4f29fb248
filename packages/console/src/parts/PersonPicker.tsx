import { useState } from 'preact/hooks';
import { useServices } from '../app/services.js';
import { useResource } from '../hub/resource.js';
import { Avatar } from './Avatar.js';
import { SearchField } from './Fields.js';
import { Failed } from './States.js';

const FOUND = 6;

/** Finds a person by name or id. */
export function PersonPicker(props: {
  readonly onChoose: (person: { companyId: string; userId: string }) => void;
}) {
  const { api, words } = useServices();
  const [search, setSearch] = useState('');
  const { value, problem, retry } = useResource(`person ${search}`, (signal) =>
    api.people({ search }, signal),
  );
  return (
    <div class="picker">
      <SearchField label={words.picker.search} value={search} onChange={setSearch} />
      {problem !== null && <Failed problem={problem} retry={retry} />}
      <ul class="picker-found" aria-label={words.pages.people}>
        {value?.rows.slice(0, FOUND).map(({ companyId, userId, name, companyName }) => (
          <li key={`${companyId}\n${userId}`}>
            <button type="button" class="picker-choice" onClick={() => props.onChoose({ companyId, userId })}>
              <Avatar id={userId} name={name} />
              <span>
                <bdi>{name}</bdi>{' '}
                <span class="muted">
                  <bdi>{companyName}</bdi>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {value?.rows.length === 0 && <p class="muted">{words.people.none}</p>}
    </div>
  );
}
