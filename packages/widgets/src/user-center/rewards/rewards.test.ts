// @vitest-environment happy-dom
import type { RedemptionAnswer } from '@waymark/contracts';
import { beforeAll, expect, it, vi } from 'vitest';
import { atTheirDay, createMounting } from '../../../fixtures/mounting.js';
import { mountPart } from '../../parts/mount.js';

// What is loaded later is at hand, so that nothing here waits for a busy machine to read it.
beforeAll(async () => {
  await import('./index.js');
});
atTheirDay();
const mount = createMounting();

async function shopAt(state: string, locale = 'en') {
  const { client, root, text } = mount(state, (place) => mountPart({ ...place, part: 'rewards', locale }));
  await vi.waitFor(() => expect(root.querySelector('.shelf')).not.toBeNull());
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const seen = (selector: string) => vi.waitFor(() => expect(find(selector)).not.toBeNull());
  return {
    client,
    root,
    find,
    seen,
    text,
    cards: () => [...root.querySelectorAll('.reward')].map((card) => card.textContent ?? ''),
    async press(selector: string, next: string) {
      find(selector)?.click();
      await seen(next);
    },
  };
}

it('shows what there is to spend, when some of it lapses, and what each reward needs', async () => {
  const { text, cards } = await shopAt('rewards');
  expect(text()).toContain('1,240 Credits180 lapse in 10 days');
  const [mug, runs, session, ticket, lamp, shirt, calendar, sunglasses] = cards();
  expect(mug).toMatch(/3 left.*One each.*200 Credits.*Redeem/);
  expect(runs).toContain('Redeemed 2 times, last Thu, Aug 20Handed over');
  expect(session).toContain('From level 5, Trailblazer');
  expect(ticket).toMatch(/20 left.*Until Thu, Oct 15.*1,760 more to go/);
  expect(lamp).toContain('None left');
  expect(shirt).toContain('Redeemed Today');
  expect(calendar).toContain('From Dec 1, 2026');
  expect(sunglasses).toContain('Ended Aug 15, 2026');
  for (const card of [session, ticket, lamp, shirt, calendar, sunglasses])
    expect(card).not.toMatch(/Redeem$/);
});

it.each([
  ['2026-08-22', '180 lapse at the end of today'],
  ['2026-08-23', '180 lapse in 2 days'],
  ['2026-09-30', '180 lapse after Sep 30, 2026'],
])('says in words that something lapses after %s', async (day, words) => {
  const { client, text } = await shopAt('rewards');
  const view = client.view.get();
  const wallets = view.snapshot?.wallets?.map((wallet) => ({ ...wallet, lapse: { amount: 180, day } }));
  client.show({ ...view, snapshot: view.snapshot && { ...view.snapshot, wallets } });
  await vi.waitFor(() => expect(text()).toContain(words));
});

it('asks once more, redeems, and says so; the focus goes along', async () => {
  const { client, root, find, press, text } = await shopAt('rewards');
  await press('.redeem', '.question');
  expect(find('.question')?.textContent).toContain('Spend 200 Credits on A mug for your desk?');
  expect(find('.question')?.textContent).toContain('You keep 1,040 Credits.');
  expect(root.activeElement?.className).toContain('confirm');
  expect(client.calls).toEqual([]);
  await press('.confirm', '.fate.granted');
  expect(client.calls).toEqual(['redeem mug']);
  expect(find('.fate')?.getAttribute('role')).toBe('status');
  expect(text()).toContain('It is yours. 200 Credits spent.');
  expect(text()).toContain('1,040 Credits');
  expect(root.activeElement?.className).toContain('fate');
});

it('spends nothing when it is not wanted after all, by button or by Escape', async () => {
  const { client, root, find, press } = await shopAt('rewards');
  await press('.redeem', '.question');
  find('.question .button:not(.confirm)')?.click();
  await vi.waitFor(() => expect(find('.question')).toBeNull());
  expect(root.activeElement?.className).toContain('redeem');
  await press('.redeem', '.question');
  const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  find('.confirm')?.dispatchEvent(pressed);
  await vi.waitFor(() => expect(find('.question')).toBeNull());
  expect(pressed.defaultPrevented).toBe(true);
  expect(client.calls).toEqual([]);
});

it.each([
  ['out_of_stock', 'Somebody was faster'],
  ['not_enough', 'not enough left'],
  ['limit_reached', 'as often as you may'],
  ['level_too_low', 'a higher level'],
  ['not_yet', 'cannot be redeemed yet'],
  ['ended', 'no longer be redeemed'],
] as const)('says why the hub refused: %s', async (code, words) => {
  const { client, find, press } = await shopAt('rewards');
  client.decide(async () => ({ status: 'refused', code, message: 'In words.' }));
  await press('.redeem', '.question');
  await press('.confirm', '.fate.refused');
  expect(find('.fate')?.textContent).toContain(words);
  expect(find('.fate')?.textContent).toContain('Nothing was spent.');
  expect(find('.fate')?.getAttribute('role')).toBe('alert');
});

it('waits for one answer at a time, and tries again when none came', async () => {
  const { client, root, find, press } = await shopAt('rewards');
  let answer: (error: Error) => void = () => {};
  client.decide(() => new Promise<RedemptionAnswer>((_, reject) => (answer = reject)));
  await press('.redeem', '.question');
  await press('.confirm', '.fate.asking');
  const others = [...root.querySelectorAll<HTMLButtonElement>('.redeem')];
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ disabled }) => disabled)).toBe(true);
  answer(new Error('gone'));
  await vi.waitFor(() => expect(find('.fate.unanswered')?.textContent).toContain('not be charged twice'));
  await press('.fate .link', '.fate.asking');
  expect(client.calls).toEqual(['redeem mug', 'redeem mug']);
});

it('redeems nothing offline, and says so', async () => {
  const { client, root, text } = await shopAt('rewards-offline');
  expect(text()).toContain('Rewards can be redeemed once you are back.');
  for (const button of root.querySelectorAll<HTMLButtonElement>('.redeem')) {
    expect(button.disabled).toBe(true);
    button.click();
  }
  expect(client.calls).toEqual([]);
});

it('is empty in a sentence, and says what is made up for', async () => {
  const { text } = await shopAt('rewards-empty');
  expect(text()).toContain('There is nothing to redeem right now.');
  expect(text()).toContain('The next 120 make up for a correction.');
});

it('speaks Chinese', async () => {
  const { text, press } = await shopAt('rewards', 'zh-CN');
  expect(text()).toContain('180 将在 10 天后失效');
  await press('.redeem', '.question');
  expect(text()).toContain('用 200 积分兑换「一只办公桌马克杯」？');
});
