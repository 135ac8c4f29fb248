import { afterEach, expect, it, vi } from 'vitest';
import { createClaim } from './claim.js';
import type { TokenSource } from './token.js';

const token: TokenSource = { get: async () => 'the token', current: () => 'the token', drop: () => {} };
const campaigns = { deliveries: [], standby: [], allowances: {} };

/** A hub that answers so, one after the other; what it was asked is written down. */
function hub(...answers: (() => Response | Promise<Response>)[]) {
  const asked: { url: string; campaignId: string; id: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    asked.push({ url, ...JSON.parse(String(body)) });
    return (answers.shift() ?? (() => Response.json({ granted: true })))();
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

it('asks with an id, and says what was granted', async () => {
  const asked = hub();
  await expect(createClaim('/waymark', token, () => {})('hello')).resolves.toBe(true);
  expect(asked).toMatchObject([{ url: '/waymark/v1/claims', campaignId: 'hello' }]);
  expect(asked[0]?.id).toMatch(/^\d+(-\d+){3}$/);
});

it('hands on what the hub delivers instead of what it refuses', async () => {
  hub(() => Response.json({ granted: false, campaigns }));
  const onDeliveries = vi.fn();
  await expect(createClaim('', token, onDeliveries)('hello')).resolves.toBe(false);
  expect(onDeliveries).toHaveBeenCalledWith(campaigns);
});

it('keeps the id of a claim whose answer was lost, and takes a new one after an answer', async () => {
  const asked = hub(
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => new Response('', { status: 503 }),
  );
  const claim = createClaim('', token, () => {});
  const answers = [await claim('hello'), await claim('hello'), await claim('hello'), await claim('hello')];
  expect(answers).toEqual([false, false, true, true]);
  const [lost, busy, granted, next] = asked.map(({ id }) => id);
  expect(new Set([lost, busy, granted]).size).toBe(1);
  expect(next).not.toBe(granted);
});

it('is refused where the hub knows nobody', async () => {
  await expect(createClaim('', undefined, () => {})('hello')).resolves.toBe(false);
});
