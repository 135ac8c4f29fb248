import type { BadgeView, Cells, LevelView, Localized, Playbook, PredictionBasis } from '@waymark/contracts';
import { badgeProgress, ledgerName, levelOn, predictionBasis, rewardRuleId } from '@waymark/engine';
import type { BadgeAward } from './badge-awards.js';

type Earned = Pick<BadgeAward, 'badgeId' | 'tier' | 'earnedAt'>;

const ADJUSTED: Localized = { en: 'Correction', 'zh-CN': '更正' };

/** What a rule of the ledger is called; one that the playbook no longer has goes by its id. */
export function ruleNameIn(playbook: Playbook, ruleId: string): Localized {
  const reward = playbook.rewards?.find(({ id }) => rewardRuleId(id) === ruleId);
  return ledgerName(playbook, ruleId) ?? reward?.name ?? (ruleId === '$adjust' ? ADJUSTED : ruleId);
}

/** Levels with their benefits spelled out. */
export function levelViews({ levels, benefits }: Playbook): LevelView[] {
  return levels.map(({ at, title, benefits: ids }) => ({
    at,
    title,
    benefits: benefits
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name, description }) => ({ id, name, description: description ?? null })),
  }));
}

/** Badges as their owner sees them: a secret one shows nothing before it is earned. */
export function badgeViews({ badges }: Playbook, cells: Cells, awards: readonly Earned[]): BadgeView[] {
  return badges.map((badge) => {
    const { id, name, description, medal, secret } = badge;
    const tiers = badge.tiers.map(({ tier, at }) => ({
      tier,
      at,
      earnedAt: awards.find((award) => award.badgeId === id && award.tier === tier)?.earnedAt ?? null,
    }));
    if (secret && tiers.every(({ earnedAt }) => earnedAt === null)) {
      return { id, name: null, description: null, medal: null, secret, progress: 0, tiers: [] };
    }
    return { id, name, description, medal, secret, progress: badgeProgress(cells, badge), tiers };
  });
}

/**
 * What foretells points: rules and levels, and of the cells nothing that counts towards a badge, since some are secret, a
 * streak or a wallet.
 */
export function predictionView(playbook: Playbook, cells: Cells, day: string): PredictionBasis {
  const { specVersion, id, version, name, rules, bonuses, quests, benefits, levels, expiry, privacy } =
    playbook;
  // Named one by one: what is added to playbooks, as audiences are, stays here unless a forecast needs it.
  const content = {
    specVersion,
    id,
    version,
    name,
    rules,
    bonuses,
    quests,
    benefits,
    levels,
    expiry,
    privacy,
  };
  const basis = Object.entries(predictionBasis(cells, day, playbook)).map(([span, cell]) => [
    span,
    Object.fromEntries(Object.entries(cell).filter(([key]) => !/^(?:badge|streak|wallet):/.test(key))),
  ]);
  return {
    playbook: { ...content, badges: [], rankings: [] },
    cells: Object.fromEntries(basis),
    ...(playbook.expiry === undefined ? {} : { level: levelOn(cells, day, playbook) }),
  };
}
