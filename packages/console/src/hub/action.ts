import { useRef, useState } from 'preact/hooks';

/** Something an operator does: first they are asked whether they mean it, then it is done or it is said why not. */
export interface Action<Answer> {
  readonly step: 'idle' | 'sure' | 'sending' | 'done' | 'failed';
  readonly answer: Answer | null;
  readonly problem: Error | null;
  /** Asks whether it is meant. */
  ask(): void;
  /** Does it; once more after a failure does the same, and nothing twice. */
  send(): void;
  /** Back to the beginning. */
  reset(): void;
}

/** `act` is handed an id that stays the same over repetitions of what is meant once. */
export function useAction<Answer>(
  act: (id: string) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => {},
): Action<Answer> {
  const [state, setState] = useState<Pick<Action<Answer>, 'step' | 'answer' | 'problem'>>({
    step: 'idle',
    answer: null,
    problem: null,
  });
  const id = useRef('');
  const at = (step: Action<Answer>['step'], change: object = {}) =>
    setState({ step, answer: null, problem: null, ...change });
  return {
    ...state,
    ask() {
      id.current = freshId();
      at('sure');
    },
    send() {
      at('sending');
      act(id.current).then(
        (answer) => {
          at('done', { answer });
          onDone(answer);
        },
        (problem: Error) => at('failed', { problem }),
      );
    },
    reset: () => at('idle'),
  };
}

/** `crypto.randomUUID` is there on secure pages alone, and a hub inside a company may be none. */
function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
