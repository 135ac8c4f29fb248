import type { ButtonAction, DeliveredContent } from '@waymark/contracts';
import type { Voice } from '../../locale/voice.js';
import { Icon } from '../../surface/Icon.js';
import type { TipsKey } from '../messages.js';
import { Action } from './Action.js';
import { Bar } from './Blocks.js';

/** What a {@link Checklist} is drawn from. */
export interface ChecklistProps {
  readonly items: Extract<DeliveredContent, { kind: 'checklist' }>['items'];
  readonly voice: Voice<TipsKey>;
  readonly onAct: (action: ButtonAction) => void;
}

/** Things to do, each done by a real event alone. */
export function Checklist({ items, voice, onAct }: ChecklistProps) {
  const done = items.filter((item) => item.done).length;
  const label = voice.t('tipStep', { n: done, of: items.length });
  return (
    <>
      <div>
        <p class="progress">{done === items.length ? voice.t('tipAllDone') : label}</p>
        <Bar label={label} share={done / items.length} />
      </div>
      <ul class="items">
        {items.map(({ id, name, description, done: isDone, action }) => {
          const words = (
            <>
              <span class="mark">{isDone && <Icon name="check" />}</span>
              <span>
                <span class="name">{name}</span>
                <span class="unseen"> {voice.t(isDone ? 'tipItemDone' : 'tipItemOpen')}</span>
                {description && <span class="note">{description}</span>}
              </span>
            </>
          );
          return (
            <li key={id} class={isDone ? 'done' : ''}>
              {action && !isDone ? (
                <Action action={action} look="item" onAct={onAct}>
                  {words}
                </Action>
              ) : (
                <div class="item">{words}</div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
