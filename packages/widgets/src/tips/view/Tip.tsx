import type { ButtonAction, Client, DeliveredBlock } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import type { Voice } from '../../locale/voice.js';
import { Icon } from '../../surface/Icon.js';
import type { TipsKey } from '../messages.js';
import { Action } from './Action.js';
import { Blocks } from './Blocks.js';
import { Checklist } from './Checklist.js';
import type { Drawing } from './drawing.js';
import type { Answer } from './Question.js';
import { Steps } from './Steps.js';
import { wordsOf } from './words.js';

/** What a {@link Tip} is drawn from. */
export interface TipProps {
  readonly drawing: Drawing;
  readonly client: Client;
  readonly voice: Voice<TipsKey>;
  /** Whether a hotspot shows more than its dot. */
  readonly isOpen: boolean;
  /** Hands over the elements that are placed by hand. */
  readonly seat: (name: Seated, element: HTMLElement | null) => void;
  readonly onToggle: () => void;
  readonly onAct: (action: ButtonAction) => void;
  readonly onAnswer: (question: string, answer: Answer) => void;
}

/** Elements that are placed by hand. */
export type Seated = 'root' | 'card' | 'arrow' | 'hole' | 'dot' | 'status' | 'dialog';

/** Kinds that are part of the page; all others are dialogs. */
const REGIONS = ['banner', 'checklist', 'card'];

/** All that is seen of a campaign at a time. */
export function Tip({ drawing, client, voice, isOpen, seat, onToggle, onAct, onAnswer }: TipProps) {
  const { delivery, part } = drawing;
  const { content, placement } = delivery;
  const { kind } = content;
  const ref = (name: Seated) => (element: HTMLElement | null) => seat(name, element);
  const hasBackdrop = part.placement.backdrop && kind !== 'modal' && kind !== 'card';
  const classes = ['root', kind === 'card' ? 'inline' : kind, placement.side === 'bottom' ? 'bottom' : ''];
  const card = (
    <Card
      key={part.id}
      drawing={drawing}
      client={client}
      voice={voice}
      refs={[ref('card'), ref('arrow')]}
      onAct={onAct}
      onAnswer={onAnswer}
    />
  );
  return (
    <div class={classes.filter(Boolean).join(' ')} lang={voice.lang} dir={voice.dir} ref={ref('root')}>
      {hasBackdrop && <div class={`hole ${part.anchor ? '' : 'whole'}`} ref={ref('hole')} />}
      {kind === 'hotspot' && (
        <button
          type="button"
          class="dot"
          aria-label={part.title ?? voice.t('tipOpen')}
          aria-expanded={isOpen}
          ref={ref('dot')}
          onClick={onToggle}
        />
      )}
      {kind === 'launcher' ? (
        <section aria-label={content.label}>
          <Action action={content.action} look="pill" onAct={onAct}>
            {content.label}
          </Action>
        </section>
      ) : kind === 'modal' ? (
        <dialog
          class="modal"
          ref={ref('dialog')}
          aria-label={wordsOf(part, 120)}
          onCancel={(event) => {
            event.preventDefault();
            onAct({ kind: 'dismiss' });
          }}
        >
          {card}
        </dialog>
      ) : (
        (kind !== 'hotspot' || isOpen) && card
      )}
      <p class="unseen" role="status" ref={ref('status')} />
    </div>
  );
}

interface CardProps extends Pick<TipProps, 'drawing' | 'client' | 'voice' | 'onAct' | 'onAnswer'> {
  readonly refs: readonly [
    card: (element: HTMLElement | null) => void,
    arrow: (element: HTMLElement | null) => void,
  ];
}

function Card({ drawing, client, voice, refs, onAct, onAnswer }: CardProps) {
  const { delivery, part, at, of, canGoBack } = drawing;
  const { kind } = delivery.content;
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const act = (action: ButtonAction) => {
    const isOnward = ['next', 'step', 'complete'].includes(action.kind);
    const open = isOnward ? requiredOf(part.blocks).filter((id) => !answered.includes(id)) : [];
    setMissing(open);
    if (open.length === 0) onAct(action);
  };
  const isRegion = REGIONS.includes(kind);
  const role = kind === 'modal' ? undefined : isRegion ? 'region' : 'dialog';
  const close = (
    <button
      type="button"
      class="close"
      aria-label={voice.t('tipClose')}
      onClick={() => act({ kind: 'dismiss' })}
    >
      <Icon name="close" />
    </button>
  );
  return (
    <section
      class={`card ${part.anchor && kind !== 'card' ? 'seated' : kind === 'tour' || kind === 'tooltip' ? 'centered' : ''} ${part.title ? '' : 'bare'}`}
      part="tip"
      role={role}
      aria-label={kind === 'modal' ? undefined : wordsOf(part, 120)}
      tabIndex={isRegion ? undefined : -1}
      ref={refs[0]}
      onKeyDown={(event) => {
        if (kind !== 'tour' || /^(INPUT|TEXTAREA)$/.test((event.target as Element).tagName)) return;
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        const isBack = (event.key === 'ArrowLeft') === (voice.dir === 'ltr');
        if (!isBack || canGoBack) act({ kind: isBack ? 'back' : 'next' });
      }}
    >
      {part.anchor && kind !== 'card' && <span class="arrow" ref={refs[1]} />}
      <div class="inner">
        {part.title === undefined ? (
          close
        ) : (
          <div class="head">
            <h2 class="title">{part.title}</h2>
            {close}
          </div>
        )}
        <Blocks
          {...{ client, voice, at, of, missing }}
          blocks={part.blocks}
          onAct={act}
          onAnswer={(question, answer) => {
            setAnswered((all) => [...all, question]);
            setMissing((all) => all.filter((id) => id !== question));
            onAnswer(question, answer);
          }}
        />
        {delivery.content.kind === 'checklist' && (
          <Checklist items={delivery.content.items} voice={voice} onAct={act} />
        )}
        {kind === 'tour' && <Foot drawing={drawing} voice={voice} onAct={act} />}
      </div>
    </section>
  );
}

function Foot({
  drawing: { part, at, of, canGoBack },
  voice,
  onAct,
}: Pick<TipProps, 'drawing' | 'voice' | 'onAct'>) {
  const isLed = part.blocks.some(
    (block) =>
      block.kind === 'buttons' &&
      block.buttons.some(({ action }) => ['next', 'step', 'complete'].includes(action.kind)),
  );
  return (
    <div class="row foot">
      <Steps voice={voice} at={at} of={of} />
      {!isLed && canGoBack && (
        <button type="button" class="button" onClick={() => onAct({ kind: 'back' })}>
          {voice.t('tipBack')}
        </button>
      )}
      {!isLed && (
        <button type="button" class="button primary" onClick={() => onAct({ kind: 'next' })}>
          {voice.t(part.next === null ? 'tipDone' : 'tipNext')}
        </button>
      )}
    </div>
  );
}

function requiredOf(blocks: readonly DeliveredBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'question' && block.required ? [block.id] : []));
}
