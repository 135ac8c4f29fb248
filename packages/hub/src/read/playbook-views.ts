import type {
  Badge,
  BadgeTierView,
  BadgeView,
  Cells,
  LevelView,
  Localized,
  Playbook,
  PredictionBasis,
} from '@waymark/contracts';
import {
  badgeProgress,
  isWithheld,
  type LevelsNow,
  ledgerName,
  levelOn,
  predictionBasis,
  rewardRuleId,
} from '@waymark/engine';
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
export function badgeViews(
  playbook: Playbook,
  cells: Cells,
  awards: readonly Earned[],
  now: LevelsNow,
): BadgeView[] {
  return playbook.badges.map((badge) => {
    const { id, name, description, medal, secret } = badge;
    const tiers = badge.tiers.map(({ tier, at }): BadgeTierView => {
      const earnedAt = awards.find((award) => award.badgeId === id && award.tier === tier)?.earnedAt ?? null;
      if (earnedAt === null || !isWithheld(cells, badge, tier, now)) return { tier, at, earnedAt };
      return { tier, at, earnedAt: null, withheld: earnedAt };
    });
    const isWithheldNow = tiers.some(({ withheld }) => withheld !== undefined);
    if (secret && !isWithheldNow && tiers.every(({ earnedAt }) => earnedAt === null)) {
      return { id, name: null, description: null, medal: null, secret, progress: 0, tiers: [] };
    }
    return {
      id,
      name,
      description,
      medal,
      secret,
      progress: badgeProgress(cells, badge),
      tiers,
      ...(isWithheldNow ? { missing: missingOf(badge, playbook, now) } : {}),
    };
  });
}

/** Titles of the levels that a badge is held with and that are not reached. */
export function missingOf({ while: held = {} }: Badge, playbook: Playbook, now: LevelsNow): Localized[] {
  const { levels, companyLevels = [] } = playbook;
  const { level = 0, companyLevel = 0 } = held;
  return [
    ...(now.level < level ? levels.slice(level, level + 1) : []),
    ...(now.companyLevel < companyLevel ? companyLevels.slice(companyLevel, companyLevel + 1) : []),
  ].map(({ title }) => title);
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
