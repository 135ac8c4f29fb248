import type { Preferences as Choices, Client, Snapshot, View } from '@waymark/contracts';
import { Fragment } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../surface/Icon.js';
import { useScene } from '../scene.js';
import { en, type PreferencesKey, zh } from './messages.js';
import { useWishes } from './wishes.js';

/** What {@link Preferences} are drawn from. */
export interface PreferencesProps {
  readonly client: Client;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly onBack: () => void;
}

const LONGEST_ALIAS = 40;
const CHOICES: readonly (readonly [Choices['ranking'], PreferencesKey, PreferencesKey | null])[] = [
  ['name', 'asName', null],
  ['alias', 'asAlias', 'asAliasHint'],
  ['hidden', 'asHidden', 'asHiddenHint'],
];

/** What a person may choose: how others see them in rankings, and whether awards speak up. */
export function Preferences({ client, view, snapshot, onBack }: PreferencesProps) {
  const scene = useScene();
  const voice = scene.speak({ en, zh });
  const [wanted, fate, wish] = useWishes(client, snapshot);
  const [alias, setAlias] = useState(wanted.alias ?? '');
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const offline = view.connection === 'offline' || view.connection === 'refused';
  const changed = alias.trim() !== (wanted.alias ?? '');

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('.back')?.focus({ preventScroll: true });
  }, []);

  return (
    <section
      class="preferences"
      part="preferences"
      aria-label={scene.t('preferences')}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <header>
        <button type="button" class="back" aria-label={voice.t('back')} onClick={onBack}>
          <Icon name="return" />
        </button>
        <h2>{scene.t('preferences')}</h2>
        <p class={`fate ${fate.is}`} role="status">
          {fate.is === 'saving' && voice.t('saving')}
          {fate.is === 'saved' && voice.t('saved')}
        </p>
      </header>
      {offline && (
        <div class="notice">
          <Icon name="offline" />
          <p>{voice.t('preferOffline')}</p>
          <button type="button" class="link" onClick={client.retry}>
            {scene.t('retry')}
          </button>
        </div>
      )}
      {fate.is === 'failed' && (
        <div class="notice refused" role="alert">
          <Icon name="alert" />
          <p>{voice.t('failed', { reason: fate.reason })}</p>
        </div>
      )}
      <fieldset disabled={offline}>
        <legend>{voice.t('inRankings')}</legend>
        {CHOICES.map(([choice, label, hint]) => (
          <Fragment key={choice}>
            <label class="choice">
              <input
                type="radio"
                name={`${id}-ranking`}
                checked={wanted.ranking === choice}
                onChange={() => wish({ ranking: choice })}
              />
              <span>
                <span class="name">{voice.t(label)}</span>
                <span class="note">
                  {choice === 'name'
                    ? snapshot.user.name || snapshot.user.id
                    : hint !== null && voice.t(hint)}
                </span>
              </span>
            </label>
            {choice === 'alias' && wanted.ranking === 'alias' && (
              <form
                class="alias"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (changed) wish({ alias: alias.trim() === '' ? null : alias.trim() });
                }}
              >
                <label for={`${id}-alias`}>{voice.t('alias')}</label>
                <div>
                  <input
                    id={`${id}-alias`}
                    type="text"
                    autocomplete="off"
                    spellcheck={false}
                    maxLength={LONGEST_ALIAS}
                    value={alias}
                    aria-describedby={`${id}-hint`}
                    onInput={(event) => setAlias(event.currentTarget.value)}
                  />
                  <button type="submit" class="button" disabled={!changed}>
                    {voice.t('save')}
                  </button>
                </div>
                <p class="note" id={`${id}-hint`}>
                  {voice.t('aliasHint')}
                </p>
              </form>
            )}
          </Fragment>
        ))}
      </fieldset>
      <fieldset disabled={offline}>
        <legend class="unseen">{voice.t('quiet')}</legend>
        <label class="choice switch">
          <span>
            <span class="name">{voice.t('quiet')}</span>
            <span class="note">{voice.t('quietHint')}</span>
          </span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={wanted.quiet}
            checked={wanted.quiet}
            onChange={(event) => wish({ quiet: event.currentTarget.checked })}
          />
        </label>
      </fieldset>
    </section>
  );
}
