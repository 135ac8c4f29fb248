import type { Delivery } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { mayShow, nextInterrupt } from './arbiter.js';

const delivery = (campaignId: string, channel: Delivery['channel'], limits: string[] = []): Delivery => ({
  campaignId,
  version: 1,
  arm: null,
  channel,
  language: null,
  triggers: [{ kind: 'load' }],
  placement: {},
  content: { kind: 'modal', blocks: [] },
  snooze: 24,
  limits,
});

describe('in the browser', () => {
  it('each impression takes one of every allowance that it names', () => {
    const told = { allowances: { calm: 2, 'a max': 1 } };
    const a = delivery('a', 'ambient', ['calm', 'a max']);
    const b = delivery('b', 'ambient', ['calm']);
    expect(mayShow(a, told, [])).toBe(true);
    expect(mayShow(a, told, [a])).toBe(false);
    expect(mayShow(b, told, [a])).toBe(true);
    expect(mayShow(b, told, [a, b])).toBe(false);
    expect(mayShow(delivery('free', 'ambient'), told, [a, b])).toBe(true);
  });

  it('a limit without an allowance lets nothing through, be it named as something that every object has', () => {
    expect(mayShow(delivery('a', 'ambient', ['constructor']), { allowances: {} }, [])).toBe(false);
  });

  it('what interrupts is the first whose moment has come', () => {
    const told = {
      deliveries: [delivery('x', 'ambient'), delivery('a', 'interrupt')],
      standby: [delivery('b', 'interrupt'), delivery('c', 'interrupt')],
    };
    expect(nextInterrupt(told, () => true)?.campaignId).toBe('a');
    expect(nextInterrupt(told, ({ campaignId }) => campaignId > 'a')?.campaignId).toBe('b');
    expect(nextInterrupt(told, () => false)).toBeNull();
  });
});
