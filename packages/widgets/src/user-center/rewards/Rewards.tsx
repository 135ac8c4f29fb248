import type { Client, LevelView, RewardView, View, WalletView } from '@waymark/contracts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../surface/Icon.js';
import { useScene } from '../scene.js';
import { en, zh } from './messages.js';
import { Reward } from './Reward.js';
import { Wallets } from './Wallets.js';
import { useWish } from './wish.js';

/** What {@link Rewards} are drawn from. */
export interface RewardsProps {
  readonly client: Client;
  readonly view: View;
  readonly wallets: readonly WalletView[];
  readonly rewards: readonly RewardView[];
  readonly levels: readonly LevelView[];
}

/** What there is to spend, and what it can be spent on. */
export function Rewards({ client, view, wallets, rewards, levels }: RewardsProps) {
  const scene = useScene();
  const voice = scene.speak({ en, zh });
  const { wish, choose, confirm, cancel } = useWish(client);
  const box = useRef<HTMLElement>(null);
  const offline = view.connection === 'offline' || view.connection === 'refused';
  const chosen = wish.is === 'none' ? null : wish.rewardId;
  const last = useRef<string | null>(null);

  // The focus follows: to the question, to what became of it, and back to where it began.
  useLayoutEffect(() => {
    const from = last.current;
    last.current = chosen;
    if (wish.is === 'none' && from === null) return;
    const cards = [...(box.current?.querySelectorAll<HTMLElement>('.reward') ?? [])];
    const card = cards.find(({ dataset }) => dataset.reward === (chosen ?? from));
    const to = wish.is === 'none' ? '.redeem' : wish.is === 'sure' ? '.confirm' : '.fate';
    (card?.querySelector<HTMLElement>(to) ?? card)?.focus({ preventScroll: true });
  }, [wish.is, chosen]);

  return (
    <section
      class="rewards"
      part="rewards"
      aria-label={scene.t('rewards')}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || wish.is !== 'sure') return;
        event.preventDefault();
        cancel();
      }}
    >
      <h3 class="heading">{scene.t('rewards')}</h3>
      {wallets.length > 0 && <Wallets wallets={wallets} voice={voice} />}
      {offline && rewards.length > 0 && (
        <p class="note away">
          <Icon name="offline" />
          {voice.t('redeemOffline')}
        </p>
      )}
      {rewards.length === 0 && <p class="empty">{voice.t('emptyRewards')}</p>}
      <ul class="shelf">
        {rewards.map((reward) => (
          <Reward
            key={reward.id}
            reward={reward}
            wallet={wallets.find(({ id }) => id === reward.cost.currency)}
            levels={levels}
            voice={voice}
            wish={reward.id === chosen ? wish : null}
            offline={offline}
            busy={wish.is === 'asking'}
            onChoose={() => choose(reward.id)}
            onConfirm={() => confirm(reward.id)}
            onCancel={cancel}
          />
        ))}
      </ul>
    </section>
  );
}
