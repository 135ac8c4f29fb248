import type { DeliveredBlock } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import type { Voice } from '../../locale/voice.js';
import type { TipsKey } from '../messages.js';

/** What somebody answers: words, a number, or the ids of what they chose. */
export type Answer = string | number | string[];

/** What a {@link Question} is drawn from. */
export interface QuestionProps {
  readonly block: Extract<DeliveredBlock, { kind: 'question' }>;
  readonly voice: Voice<TipsKey>;
  readonly isMissing: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

/** A question; nothing is sent before it is answered on purpose. */
export function Question({ block: { id, ask, answer }, voice, isMissing, onAnswer }: QuestionProps) {
  const [given, setGiven] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [isSent, setSent] = useState(false);
  const send = (value: Answer) => {
    setSent(true);
    onAnswer(value);
  };
  if (isSent) {
    return (
      <p class="thanks" role="status">
        {voice.t('tipThanks')}
      </p>
    );
  }
  const several = answer.kind === 'choice' && answer.several;
  const isReady = answer.kind === 'words' ? words.trim() !== '' : given.length > 0;
  return (
    <fieldset class="question">
      <legend>{ask}</legend>
      {answer.kind === 'choice' &&
        answer.options.map((option) => (
          <label key={option.id}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`question-${id}`}
              checked={given.includes(option.id)}
              onChange={({ currentTarget: { checked } }) => {
                const rest = several ? given.filter((one) => one !== option.id) : [];
                setGiven(checked ? [...rest, option.id] : rest);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      {answer.kind === 'rating' && (
        <div class="row">
          {Array.from({ length: answer.to - answer.from + 1 }, (_, i) => answer.from + i).map((value) => (
            <button key={value} type="button" class="rate" onClick={() => send(value)}>
              {voice.number(value)}
            </button>
          ))}
        </div>
      )}
      {answer.kind === 'words' && (
        <textarea
          aria-label={ask}
          maxLength={answer.most}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {isMissing && (
        <p class="warn" role="alert">
          {voice.t('tipRequired')}
        </p>
      )}
      {answer.kind !== 'rating' && (
        <div class="row">
          <button
            type="button"
            class="button secondary"
            disabled={!isReady}
            onClick={() =>
              send(answer.kind === 'words' ? words.trim() : several ? [...given] : (given[0] ?? ''))
            }
          >
            {voice.t('tipSend')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
