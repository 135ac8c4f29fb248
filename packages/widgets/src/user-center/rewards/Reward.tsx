import type { LevelView, RewardView, WalletView } from '@waymark/contracts';
import type { Voice } from '../../locale/voice.js';
import { Picture } from '../../medal/Medal.js';
import { Icon } from '../../surface/Icon.js';
import { type Scene, useScene } from '../scene.js';
import type { RewardsKey } from './messages.js';
import type { Wish } from './wish.js';

interface RewardProps {
  readonly reward: RewardView;
  /** The person's wallet of the reward's currency. */
  readonly wallet: WalletView | undefined;
  readonly levels: readonly LevelView[];
  readonly voice: Voice<RewardsKey>;
  /** The wish for this reward; null without one. */
  readonly wish: Wish | null;
  readonly offline: boolean;
  /** Whether the hub is being asked, for this reward or another. */
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** One reward: what it is, what it costs, and what keeps one from it or leads to it. */
export function Reward(props: RewardProps) {
  const { reward, wallet, voice, wish, offline, busy, onChoose } = props;
  const scene = useScene();
  const name = scene.text(reward.name);
  const id = `reward-${reward.id}`;
  const conditions = conditionsOf(reward, props.levels, voice, scene);
  const out = reward.obstacle !== null && wish === null;
  // What is decided may be wished for again.
  const isOpen = wish === null || wish.is === 'granted' || wish.is === 'refused';
  return (
    <li class={`reward${out ? ' out' : ''}`} part="reward" data-reward={reward.id} tabIndex={-1}>
      {reward.glyph !== null && (
        <span class="tile">
          <Picture glyph={reward.glyph} />
        </span>
      )}
      <div class="what">
        <h4 class="name" id={id}>
          {name}
        </h4>
        {reward.description !== null && <p class="note">{scene.text(reward.description)}</p>}
        {conditions.length > 0 && (
          <p class="note conditions">
            {conditions.map((condition) => (
              <span key={condition}>{condition}</span>
            ))}
          </p>
        )}
      </div>
      <div class="price">
        <p class="cost">{costOf(reward.cost.amount, wallet, voice, scene)}</p>
        {isOpen &&
          (reward.obstacle === null ? (
            <button
              type="button"
              class="button redeem"
              disabled={offline || busy}
              aria-label={voice.t('redeemName', { name })}
              onClick={onChoose}
            >
              {voice.t('redeem')}
            </button>
          ) : (
            <p class="note obstacle">{obstacleOf(reward, wallet, voice)}</p>
          ))}
      </div>
      {wish?.is === 'sure' ? (
        <Question {...props} name={name} />
      ) : (
        wish !== null && <Fate {...props} wish={wish} />
      )}
    </li>
  );
}

/** Asks once more before anything is spent. */
function Question({
  reward,
  wallet,
  voice,
  offline,
  onConfirm,
  onCancel,
  name,
}: RewardProps & { name: string }) {
  const scene = useScene();
  const cost = costOf(reward.cost.amount, wallet, voice, scene);
  const id = `sure-${reward.id}`;
  const rest = costOf(Math.max(0, (wallet?.balance ?? 0) - reward.cost.amount), wallet, voice, scene);
  return (
    <div class="question">
      <p id={id}>
        {voice.t('sure', { cost, name })} <span class="note">{voice.t('remaining', { cost: rest })}</span>
      </p>
      <button
        type="button"
        class="button primary confirm"
        disabled={offline}
        aria-describedby={id}
        onClick={onConfirm}
      >
        {voice.t('confirm', { cost })}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {voice.t('cancel')}
      </button>
    </div>
  );
}

/** What became of the wish. */
function Fate({ reward, wallet, voice, wish, offline, onConfirm }: RewardProps & { wish: Wish }) {
  const scene = useScene();
  const isGood = wish.is === 'granted' || wish.is === 'asking';
  const words =
    wish.is === 'granted'
      ? voice.t('granted', { cost: costOf(reward.cost.amount, wallet, voice, scene) })
      : wish.is === 'refused'
        ? voice.t(`refused_${wish.code}`)
        : voice.t(wish.is === 'asking' ? 'asking' : 'unanswered');
  return (
    <div class={`fate ${wish.is}`} role={isGood ? 'status' : 'alert'} tabIndex={-1}>
      <Icon name={wish.is === 'granted' ? 'check' : wish.is === 'asking' ? 'clock' : 'alert'} />
      <p>{words}</p>
      {wish.is === 'unanswered' && (
        <button type="button" class="link" disabled={offline} onClick={onConfirm}>
          {scene.t('retry')}
        </button>
      )}
    </div>
  );
}

function costOf(
  amount: number,
  wallet: WalletView | undefined,
  voice: Voice<RewardsKey>,
  scene: Scene,
): string {
  return voice.t('cost', { n: amount, currency: scene.text(wallet?.name) });
}

/** What one has to know beside the price. */
function conditionsOf(
  { redemptions, left, perPerson, level, until, obstacle }: RewardView,
  levels: readonly LevelView[],
  voice: Voice<RewardsKey>,
  scene: Scene,
): string[] {
  const day = (text: string) => scene.day(text.slice(0, 10), scene.today);
  const [latest] = redemptions;
  const had = redemptions.length;
  return [
    latest && voice.t(had > 1 ? 'hadTimes' : 'had', { n: had, date: day(latest.at) }),
    latest?.fulfilled && voice.t('fulfilled'),
    level > 0 && voice.t('needsLevel', { level: level + 1, title: scene.text(levels[level]?.title) }),
    left !== null && left > 0 && obstacle !== 'ended' && voice.t('left', { n: left }),
    perPerson !== null && voice.t('perPerson', { n: perPerson }),
    until !== null && obstacle !== 'ended' && voice.t('until', { date: day(until) }),
  ].filter((one): one is string => typeof one === 'string');
}

/** Why it cannot be had now, where the price stands. */
function obstacleOf(
  { obstacle, cost, until, from, redemptions }: RewardView,
  wallet: WalletView | undefined,
  voice: Voice<RewardsKey>,
): string {
  if (obstacle === 'not_enough')
    return voice.t('missing', { n: cost.amount - (wallet?.balance ?? 0) + (wallet?.owed ?? 0) });
  if (obstacle === 'out_of_stock') return voice.t('soldOut');
  if (obstacle === 'ended' && until !== null) return voice.t('ended', { date: voice.date(until) });
  if (obstacle === 'not_yet' && from !== null) return voice.t('from', { date: voice.date(from) });
  return redemptions.length > 0 || obstacle !== 'limit_reached' ? '' : voice.t('soldOut');
}
