import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from './Icon.js';

// Fast enough to feel immediate, slow enough that a typed word is one question to the hub.
const SETTLE = 180;

/** A search field that reports once typing settles. */
export function SearchField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // Only what is typed starts the wait anew.
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), SETTLE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="field field-search">
      <Icon name="search" />
      <span class="visually-hidden">{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}

interface Choice {
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ id, value, options, onChange }: Choice & { readonly id: string }) {
  return (
    <>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </>
  );
}

/** One choice of few, the empty value meaning all. */
export function SelectField(props: Choice & { readonly label: string }) {
  const id = useId();
  return (
    <span class="field field-select">
      <label for={id} class="visually-hidden">
        {props.label}
      </label>
      <Select id={id} value={props.value} options={props.options} onChange={props.onChange} />
    </span>
  );
}

const INPUTS = {
  text: { type: 'text', maxLength: 500 },
  number: { type: 'number', step: 1 },
  date: { type: 'date' },
} as const;

/** A field under its name, for forms. */
export function LabeledField(props: {
  readonly label: string;
  readonly value: string;
  readonly type?: keyof typeof INPUTS;
  readonly required?: boolean;
  readonly onInput: (value: string) => void;
}) {
  const { label, value, type = 'text', required = false, onInput } = props;
  return (
    <label class="labeled">
      <span>{label}</span>
      <span class="field">
        <input
          {...INPUTS[type]}
          value={value}
          required={required}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </span>
    </label>
  );
}

/** One choice of few under its name, or beside it, for forms. */
export function LabeledSelect(props: Choice & { readonly label: string; readonly inline?: boolean }) {
  const id = useId();
  return (
    <span class={props.inline ? 'labeled labeled-inline' : 'labeled'}>
      <label for={id}>{props.label}</label>
      <span class="field field-select">
        <Select id={id} value={props.value} options={props.options} onChange={props.onChange} />
      </span>
    </span>
  );
}
