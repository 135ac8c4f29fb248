import type { ButtonAction, Client, DeliveredBlock } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import type { Voice } from '../../locale/voice.js';
import { Icon } from '../../surface/Icon.js';
import { useReadable } from '../../surface/readable.js';
import type { TipsKey } from '../messages.js';
import { Action } from './Action.js';
import { safeAddress } from './address.js';
import { Link } from './Link.js';
import { type Answer, Question } from './Question.js';
import { Steps } from './Steps.js';
import { Text } from './Text.js';

/** What {@link Blocks} are drawn from. */
export interface BlocksProps {
  readonly blocks: readonly DeliveredBlock[];
  readonly client: Client;
  readonly voice: Voice<TipsKey>;
  readonly at: number;
  readonly of: number;
  /** Questions that have to be answered first, and are not. */
  readonly missing: readonly string[];
  readonly onAct: (action: ButtonAction) => void;
  readonly onAnswer: (question: string, answer: Answer) => void;
}

/** The pieces of a content, one below the other. */
export function Blocks({ blocks, client, voice, at, of, missing, onAct, onAnswer }: BlocksProps) {
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'text':
        return <Text key={i} text={block.text} />;
      case 'image':
        return <Image key={i} block={block} />;
      case 'video':
        return (
          <Link key={i} look="video" href={block.href} isNew>
            <Icon name="step" />
            {voice.t('tipVideo', { title: block.title })}
          </Link>
        );
      case 'buttons':
        return (
          <div key={i} class="row">
            {block.buttons.map(({ label, action, look }) => (
              <Action key={label} action={action} look={`button ${look}`} onAct={onAct}>
                {label}
              </Action>
            ))}
          </div>
        );
      case 'question':
        return (
          <Question
            key={block.id}
            block={block}
            voice={voice}
            isMissing={missing.includes(block.id)}
            onAnswer={(answer) => onAnswer(block.id, answer)}
          />
        );
      case 'progress':
        return block.of === 'here' ? (
          <Steps key={i} voice={voice} at={at} of={of} />
        ) : (
          <Level key={i} client={client} voice={voice} />
        );
      default:
        return null;
    }
  });
}

function Image({ block }: { readonly block: Extract<DeliveredBlock, { kind: 'image' }> }) {
  const [isLost, setLost] = useState(false);
  const { src, alt, width, height } = block;
  // Without its picture the words for it stay; what only decorates leaves nothing.
  if (isLost || !/^https?:/.test(safeScheme(src))) return alt === '' ? null : <p class="lost">{alt}</p>;
  return (
    <img class="image" src={src} alt={alt} width={width} height={height} onError={() => setLost(true)} />
  );
}

function safeScheme(src: string): string {
  const address = safeAddress(src);
  return address === undefined ? '' : new URL(address, document.baseURI).protocol;
}

function Level({ client, voice }: { readonly client: Client; readonly voice: Voice<TipsKey> }) {
  const { snapshot, growth, level } = useReadable(client.view);
  const from = snapshot?.levels[level]?.at;
  const to = snapshot?.levels[level + 1]?.at;
  if (from === undefined || to === undefined) return null;
  return <Bar label={voice.t('tipLevel')} share={(growth - from) / (to - from)} />;
}

/** A bar filled by a share of 0 to 1. */
export function Bar({ label, share }: { readonly label: string; readonly share: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i ref={(fill) => void fill?.style.setProperty('inline-size', `${percent}%`)} />
    </div>
  );
}
