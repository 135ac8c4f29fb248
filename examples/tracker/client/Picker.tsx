import { useEffect, useRef, useState } from 'preact/hooks';
import { Face } from './Face.js';
import { Glyph } from './Glyph.js';
import { findPeople } from './host-api.js';
import { useLoaded } from './loaded.js';
import { useServices } from './services.js';
import { signInHref } from './session.js';

// One question per typed word, not per key.
const SETTLE = 150;

/** Signs in as somebody else: only a demo can do that. */
export function Picker({ onClose }: { onClose: () => void }) {
  const { words, session, number } = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [company, setCompany] = useState(session.company.id);
  const { value, failed, retry } = useLoaded(`${company} ${search}`, (signal) =>
    findPeople(search, company, signal),
  );
  useEffect(() => {
    const box = dialog.current;
    const onBackdrop = (event: Event) => event.target === box && onClose();
    box?.showModal();
    box?.addEventListener('click', onBackdrop);
    return () => {
      box?.removeEventListener('click', onBackdrop);
      box?.close();
    };
  }, [onClose]);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), SETTLE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <dialog ref={dialog} class="picker" aria-labelledby="picker" onClose={onClose}>
      <div class="picker-box">
        <header class="picker-head">
          <h2 id="picker">{words.switchPerson}</h2>
          <button type="button" class="plain" aria-label={words.close} onClick={onClose}>
            <Glyph name="close" />
          </button>
        </header>
        <p class="picker-lead">{words.switchLead}</p>
        <div class="picker-fields">
          <label class="search">
            <Glyph name="search" />
            <span class="unseen">{words.findPerson}</span>
            <input
              type="search"
              placeholder={words.findPerson}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <label class="choose">
            <span class="unseen">{words.company}</span>
            <select value={company} onChange={(event) => setCompany(event.currentTarget.value)}>
              <option value="">{words.allCompanies}</option>
              {(value?.companies ?? [session.company]).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Glyph name="down" />
          </label>
        </div>
        {failed && (
          <p class="quiet" role="alert">
            {words.failed}{' '}
            <button type="button" class="button" onClick={retry}>
              {words.retry}
            </button>
          </p>
        )}
        <ul class="people">
          {value?.people.map((person) => {
            const href = signInHref(person.userId, person.companyId);
            return (
              <li key={`${person.userId} ${person.companyId}`}>
                <a class="people-link" href={href}>
                  <Face id={person.userId} name={person.name} />
                  <span class="person-names">
                    <span class="person-name">{person.name}</span>
                    <span class="person-company">{person.companyName}</span>
                  </span>
                  <span class="people-events">{words.events(number(person.events))}</span>
                </a>
                <a
                  class="plain"
                  href={href}
                  target="_blank"
                  rel="noopener"
                  aria-label={`${person.name}, ${words.newWindow}`}
                  title={words.newWindow}
                >
                  <Glyph name="open" />
                </a>
              </li>
            );
          })}
        </ul>
        <p class="picker-foot" role="status">
          {value &&
            (value.people.length === 0
              ? words.nobody
              : words.found(number(value.people.length), number(value.total)))}
        </p>
      </div>
    </dialog>
  );
}
