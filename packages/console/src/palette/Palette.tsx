import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../app/services.js';
import { Icon } from '../parts/Icon.js';
import { type Choice, type ChoiceGroup, matching, ownChoices } from './choices.js';
import { useFound } from './found.js';

/** The command palette: type, choose with the arrows, open with Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const services = useServices();
  const { words } = services;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useFound(typed.trim());
  const groups = [...matching(ownChoices(services), typed.trim()), ...found.groups];
  const choices = groups.flatMap((group) => group.choices);
  const chosen = choices[Math.min(at, choices.length - 1)];

  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => box?.close();
  }, []);
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);

  const run = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    choice.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((now) => (Math.min(now, choices.length - 1) + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={words.palette.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={onKeyDown}
    >
      <div class="palette-box">
        <div class="palette-head">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={words.palette.placeholder}
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={chosen && `${id}-${chosen.id}`}
            aria-autocomplete="list"
            placeholder={words.palette.placeholder}
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
            }}
          />
        </div>
        <div id={id} class="palette-list" role="listbox" aria-label={words.palette.title}>
          {groups.map((group) => (
            <Group key={group.label} group={group} id={id} chosen={chosen} run={run} />
          ))}
        </div>
        {choices.length === 0 && (
          <p class="palette-none muted" role="status">
            {found.searching ? words.palette.searching : words.palette.none}
          </p>
        )}
        <p class="palette-hint muted">{words.palette.hint}</p>
      </div>
    </dialog>
  );
}

function Group(props: {
  group: ChoiceGroup;
  id: string;
  chosen: Choice | undefined;
  run: (choice: Choice) => void;
}) {
  const { group, id, chosen, run } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox has no element of its own
    <div role="group" aria-label={group.label}>
      <p class="palette-label" aria-hidden="true">
        {group.label}
      </p>
      {group.choices.map((choice) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at by aria-activedescendant
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          role="option"
          class="palette-choice"
          aria-selected={choice.id === chosen?.id}
          onClick={() => run(choice)}
        >
          <Icon name={choice.icon} />
          <bdi>{choice.label}</bdi>
          <span class="muted">
            <bdi>{choice.detail}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
