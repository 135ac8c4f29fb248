import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../app/services.js';
import type { Action } from '../hub/action.js';
import { LabeledField } from './Fields.js';
import { Icon } from './Icon.js';

/**
 * Asks whether something is meant, does it, and says what came of it. Nothing before somebody asks for it; with `name`, not
 * before that was typed.
 */
export function Sure<Answer>(props: {
  readonly action: Action<Answer>;
  readonly question: string;
  readonly name?: string;
  readonly done: (answer: Answer) => string;
}) {
  const { action, question, name, done } = props;
  const { words } = useServices();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const { step } = action;
  // Who works by keyboard goes on where the question is.
  useEffect(() => {
    if (step !== 'sure') return;
    setTyped('');
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [step]);
  if (step === 'idle') return null;
  if (step === 'done' && action.answer !== null) {
    return (
      <p class="outcome outcome-done" role="status">
        <Icon name="check" />
        {done(action.answer)}
      </p>
    );
  }
  const isMeant = name === undefined || typed.trim() === name;
  return (
    <div class="sure" ref={box}>
      <p>{question}</p>
      {name !== undefined && (
        <LabeledField label={words.correct.typeName(name)} value={typed} onInput={setTyped} />
      )}
      {action.problem !== null && (
        <p class="outcome outcome-failed" role="alert">
          <Icon name="alert" />
          <bdi>{action.problem.message}</bdi>
        </p>
      )}
      <div class="sure-acts">
        <button
          type="button"
          class="button button-main"
          disabled={step === 'sending' || !isMeant}
          onClick={action.send}
        >
          {step === 'sending' ? `${words.correct.sending}…` : words.correct.confirm}
        </button>
        <button type="button" class="button" disabled={step === 'sending'} onClick={action.reset}>
          {words.correct.cancel}
        </button>
      </div>
    </div>
  );
}
