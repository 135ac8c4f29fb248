import { describe, expect, it } from 'vitest';
import { BLANK, correctionOf, KINDS, tiersFor } from './corrections.js';

describe('a correction that is typed', () => {
  it('is none while something is missing', () => {
    for (const kind of KINDS) expect(correctionOf(kind, BLANK)).toBeNull();
    expect(correctionOf('$adjust', { ...BLANK, points: '5' })).toBeNull();
    expect(correctionOf('$adjust', { ...BLANK, points: '0', reason: 'r' })).toBeNull();
    expect(correctionOf('$adjust', { ...BLANK, points: '1.5', reason: 'r' })).toBeNull();
    expect(correctionOf('$pause', { ...BLANK, from: '2026-08-02', to: '2026-08-01' })).toBeNull();
  });

  it('is what the hub takes', () => {
    const reason = ' Helped ';
    expect(correctionOf('$adjust', { ...BLANK, points: '-5', reason })).toEqual({
      event: '$adjust',
      properties: { points: -5, companyPoints: 0, reason: 'Helped' },
    });
    expect(correctionOf('$grant', { ...BLANK, badge: 'b', tier: 'gold' })).toEqual({
      event: '$grant',
      properties: { badge: 'b', tier: 'gold' },
    });
    expect(correctionOf('$pause', { ...BLANK, from: '2026-08-01', to: '2026-08-01' })?.properties).toEqual({
      from: '2026-08-01',
      to: '2026-08-01',
    });
    expect(correctionOf('$merge', { ...BLANK, userId: ' u2 ' })?.properties).toEqual({ userId: 'u2' });
    expect(correctionOf('$move', { ...BLANK, companyId: 'c2' })?.properties).toEqual({ companyId: 'c2' });
  });

  it('gives what is not held, and takes what is', () => {
    const badge = {
      id: 'b',
      name: 'B',
      description: null,
      medal: null,
      secret: false,
      progress: 1,
      tiers: [
        { tier: 'bronze', at: 1, earnedAt: '2026-08-01T10:00:00Z' },
        { tier: 'gold', at: 5, earnedAt: null },
      ],
    } as const;
    expect(tiersFor('$grant', badge)).toEqual(['gold']);
    expect(tiersFor('$revoke', badge)).toEqual(['bronze']);
    expect(tiersFor('$grant', undefined)).toEqual([]);
  });
});
