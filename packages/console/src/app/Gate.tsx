import { useId, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.js';
import { Mark } from '../parts/Mark.js';
import { useReadable } from '../readable.js';
import type { Session } from '../session.js';
import type { Words } from '../words/en.js';

/** Asks for the operator token. */
export function Gate({ session, words }: { session: Session; words: Words }) {
  const refused = useReadable(session.refused);
  const [token, setToken] = useState('');
  const field = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    if (token.trim() !== '') session.signIn(token.trim());
  };
  return (
    <main class="gate">
      <form class="gate-card" onSubmit={submit}>
        <Mark />
        <h1>{words.gate.title}</h1>
        <p class="muted">{words.gate.explain}</p>
        <label for={field}>{words.gate.label}</label>
        <input
          id={field}
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          value={token}
          aria-invalid={refused}
          aria-describedby={refused ? `${field}-refused` : undefined}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        {refused && (
          <p id={`${field}-refused`} class="gate-refused" role="alert">
            <Icon name="alert" />
            {words.gate.refused}
          </p>
        )}
        <button type="submit" class="button button-main" disabled={token.trim() === ''}>
          {words.gate.submit}
        </button>
        <p class="gate-kept muted">
          <Icon name="key" />
          {words.gate.kept}
        </p>
      </form>
    </main>
  );
}
