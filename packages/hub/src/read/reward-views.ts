import type { Cells, Playbook, RewardView, WalletView } from '@waymark/contracts';
import { levelOn, redemptionObstacle, walletOf } from '@waymark/engine';
import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import type { Member } from './context.js';
import { redemptionOf, redemptionsOf, takenOf } from './redemptions.js';

/** What a person can spend, and on what. */
export interface Shop {
  readonly wallets: readonly WalletView[];
  readonly rewards: readonly RewardView[];
}

/** The wallets and rewards of a member on a local day; nothing where the playbook has no currencies. */
export async function shopOf(
  view: Kysely<Tables>,
  tenant: string,
  playbook: Playbook,
  member: Member,
  cells: Cells,
  day: string,
): Promise<Shop | null> {
  const { currencies = [], rewards = [] } = playbook;
  if (currencies.length === 0) return null;
  const wallets = currencies.map((currency): WalletView => {
    const { balance, owed, lots } = walletOf(currency, cells, day);
    const [next] = lots;
    const lapse = next?.until == null ? null : { amount: next.amount, day: next.until };
    return { id: currency.id, name: currency.name, balance, owed, lapse };
  });
  if (rewards.length === 0) return { wallets, rewards: [] };
  const taken = await takenOf(view, tenant, rewards);
  const mine = await redemptionsOf(view, tenant, member);
  const level = levelOn(cells, day, playbook);
  return {
    wallets,
    rewards: rewards.map((reward): RewardView => {
      const own = mine.filter(({ reward_id }) => reward_id === reward.id);
      const { id, name, cost, stock, valid } = reward;
      const gone = taken.get(id) ?? 0;
      const balance = wallets.find((wallet) => wallet.id === cost.currency)?.balance ?? 0;
      return {
        id,
        name,
        description: reward.description ?? null,
        glyph: reward.glyph ?? null,
        cost,
        left: stock === undefined ? null : Math.max(0, stock - gone),
        perPerson: reward.perPerson ?? null,
        level: reward.level ?? 0,
        from: valid?.from ?? null,
        until: valid?.until ?? null,
        obstacle: redemptionObstacle(reward, { day, level, balance, mine: own.length, taken: gone }),
        redemptions: own.map(redemptionOf),
      };
    }),
  };
}
