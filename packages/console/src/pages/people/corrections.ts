import type { Correction, PersonDetail } from '@waymark/contracts';

/** What operators correct by a form; events are taken back where they are listed. */
export const KINDS = ['$adjust', '$grant', '$revoke', '$pause', '$merge', '$move'] as const;

/** One of them. */
export type Kind = (typeof KINDS)[number];

/** What is typed into the form, as text. */
export interface Typed {
  readonly points: string;
  readonly badge: string;
  readonly tier: string;
  readonly from: string;
  readonly to: string;
  readonly userId: string;
  readonly companyId: string;
  readonly reason: string;
}

/** A form nobody has typed into. */
export const BLANK: Typed = {
  points: '',
  badge: '',
  tier: '',
  from: '',
  to: '',
  userId: '',
  companyId: '',
  reason: '',
};

/** The correction that was typed; null while something is missing. The hub says what else is wrong. */
export function correctionOf(kind: Kind, typed: Typed): Correction | null {
  const reason = typed.reason.trim();
  const why = reason === '' ? {} : { reason };
  switch (kind) {
    case '$adjust': {
      const points = Number(typed.points);
      if (typed.points.trim() === '' || !Number.isSafeInteger(points) || points === 0 || reason === '')
        return null;
      return { event: kind, properties: { points, companyPoints: 0, reason } };
    }
    case '$grant':
    case '$revoke': {
      if (typed.badge === '' || typed.tier === '') return null;
      const tier = typed.tier as Extract<Correction, { event: '$grant' | '$revoke' }>['properties']['tier'];
      return { event: kind, properties: { badge: typed.badge, tier, ...why } };
    }
    case '$pause':
      if (typed.from === '' || typed.to === '' || typed.to < typed.from) return null;
      return { event: kind, properties: { from: typed.from, to: typed.to, ...why } };
    case '$merge':
      return typed.userId.trim() === ''
        ? null
        : { event: kind, properties: { userId: typed.userId.trim(), ...why } };
    case '$move':
      return typed.companyId.trim() === ''
        ? null
        : { event: kind, properties: { companyId: typed.companyId.trim(), ...why } };
  }
}

/** Tiers of a badge that a person can be given, or that can be taken from them. */
export function tiersFor(kind: Kind, badge: PersonDetail['badgeViews'][number] | undefined): string[] {
  return (badge?.tiers ?? [])
    .filter(({ earnedAt }) => (kind === '$revoke' ? earnedAt !== null : earnedAt === null))
    .map(({ tier }) => tier);
}
