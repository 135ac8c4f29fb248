import { useEffect, useRef } from 'preact/hooks';
import { useServices } from '../app/services.js';
import type { Action } from '../hub/action.js';
import { Icon } from './Icon.js';

/** Asks whether something is meant, does it, and says what came of it. Nothing before somebody asks for it. */
export function Sure<Answer>(props: {
  readonly action: Action<Answer>;
  readonly question: string;
  readonly done: (answer: Answer) => string;
}) {
  const { action, question, done } = props;
  const { words } = useServices();
  const confirm = useRef<HTMLButtonElement>(null);
  const { step } = action;
  // Who works by keyboard goes on where the question is.
  useEffect(() => {
    if (step === 'sure') confirm.current?.focus();
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
  return (
    <div class="sure">
      <p>{question}</p>
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
          ref={confirm}
          disabled={step === 'sending'}
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
