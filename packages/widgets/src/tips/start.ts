import type { TipsHandle, TipsOptions } from './options.js';

/**
 * Starts tips on this page: waits for the moments of what the hub delivers, and shows it.
 *
 * @example
 * const tips = startTips({ client, theme: 'light', onError: console.warn });
 * tips.start('hello');
 */
export function startTips(_options: TipsOptions): TipsHandle {
  return {
    start() {},
    why: (campaignId) => ({
      campaignId,
      state: 'absent',
      stoppedBy: 'delivery',
      gates: [{ gate: 'delivery', passed: false, says: 'not delivered to this person' }],
    }),
    dispose() {},
  };
}
