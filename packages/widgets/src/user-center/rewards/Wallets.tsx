import type { WalletView } from '@waymark/contracts';
import { daysBetween } from '../../locale/formats.js';
import type { Voice } from '../../locale/voice.js';
import { Icon } from '../../surface/Icon.js';
import { useScene } from '../scene.js';
import type { RewardsKey } from './messages.js';

const SOON = 21;

/** What there is to spend, and what of it lapses next. */
export function Wallets(props: {
  readonly wallets: readonly WalletView[];
  readonly voice: Voice<RewardsKey>;
}) {
  const { wallets, voice } = props;
  const scene = useScene();
  return (
    <ul class="wallets" aria-label={voice.t('wallet')}>
      {wallets.map(({ id, name, balance, owed, lapse }) => (
        <li key={id} class="card wallet" part="wallet">
          <p class="balance">
            <span class="count">{scene.number(balance)}</span> <span>{scene.text(name)}</span>
          </p>
          {lapse !== null && (
            <p class={`note lapse${daysBetween(scene.today, lapse.day) <= SOON ? ' soon' : ''}`}>
              <Icon name="clock" />
              {lapseOf(lapse, voice, scene.today)}
            </p>
          )}
          {owed > 0 && <p class="note">{voice.t('owed', { n: owed })}</p>}
        </li>
      ))}
    </ul>
  );
}

function lapseOf(
  { amount, day }: NonNullable<WalletView['lapse']>,
  voice: Voice<RewardsKey>,
  today: string,
): string {
  const left = daysBetween(today, day);
  if (left <= 0) return voice.t('lapseToday', { n: amount });
  // The day itself still counts: what can be spent tomorrow lapses in two days.
  if (left < SOON) return voice.t('lapseSoon', { amount, n: left + 1 });
  return voice.t('lapseLater', { n: amount, date: voice.date(day) });
}
