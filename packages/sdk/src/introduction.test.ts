// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { introduce } from './introduction.js';

function collectorThatKnows(userId?: string, companyId?: string) {
  const inspection = { userId, companyId };
  return {
    identify: vi.fn((id: string) => {
      inspection.userId = id;
    }),
    group: vi.fn((id: string) => {
      inspection.companyId = id;
    }),
    inspect: () => inspection as never,
  };
}

const options = { key: 'pk', user: { id: 'u', name: 'Mei' }, company: { id: 'c' } };

describe('an introduction', () => {
  beforeEach(() => localStorage.clear());

  it('is made once, and not again at the next page load', () => {
    const collector = collectorThatKnows();
    introduce(collector, options);
    introduce(collector, options);
    expect(collector.identify).toHaveBeenCalledExactlyOnceWith('u', { name: 'Mei' });
    expect(collector.group).toHaveBeenCalledExactlyOnceWith('c', {});
  });

  it('is made again for another person, for new traits, and when the collector has forgotten', () => {
    introduce(collectorThatKnows(), options);
    for (const [known, next] of [
      [collectorThatKnows('u', 'c'), { ...options, user: { id: 'v' } }],
      [collectorThatKnows('v', 'c'), { ...options, user: { id: 'v', traits: { plan: 'pro' } } }],
      [collectorThatKnows(undefined, 'c'), { ...options, user: { id: 'v', traits: { plan: 'pro' } } }],
    ] as const) {
      introduce(known, next);
      expect(known.identify).toHaveBeenCalledTimes(1);
    }
  });

  it('is made each time where storage is refused', () => {
    vi.stubGlobal('localStorage', undefined);
    const collector = collectorThatKnows();
    introduce(collector, options);
    introduce(collector, options);
    vi.unstubAllGlobals();
    expect(collector.identify).toHaveBeenCalledTimes(2);
  });
});
