import { afterEach, expect, it, vi } from 'vitest';
import { createRedeem } from './redeem.js';
import type { TokenSource } from './token.js';

const token = (): TokenSource => ({
  get: async () => 'the token',
  current: () => 'the token',
  drop: vi.fn<() => void>(),
});
const granted = { status: 'redeemed', redemption: { id: 'r1', rewardId: 'mug' } };

/** A hub that answers so, one after the other; what it was asked is written down. */
function hub(...answers: (() => Response | Promise<Response>)[]) {
  const asked: { url: string; method: string; reward: string; key: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    asked.push({ url, method: String(request.method), ...JSON.parse(String(request.body)) });
    return (answers.shift() ?? (() => Response.json(granted)))();
  });
  return asked;
}
const refusal = (status: number, code: string) => () =>
  Response.json({ error: { code, message: 'In words.' } }, { status });
afterEach(() => vi.unstubAllGlobals());

it('asks with a key, and hands on what was granted', async () => {
  const asked = hub();
  await expect(createRedeem('/waymark', token())('mug')).resolves.toEqual(granted);
  expect(asked).toMatchObject([{ url: '/waymark/v1/redeem', method: 'POST', reward: 'mug' }]);
  expect(asked[0]?.key).toMatch(/^\d+(-\d+){3}$/);
});

it('says why the hub refused, which is an answer and no failure', async () => {
  hub(refusal(409, 'out_of_stock'));
  await expect(createRedeem('', token())('mug')).resolves.toEqual({
    status: 'refused',
    code: 'out_of_stock',
    message: 'In words.',
  });
});

it('asks with the same key until the hub has decided, and with a new one afterwards', async () => {
  const asked = hub(
    () => Promise.reject(new TypeError('Failed to fetch')),
    refusal(503, 'unavailable'),
    refusal(401, 'invalid_token'),
    () => Response.json(granted),
    refusal(409, 'not_enough'),
  );
  const redeem = createRedeem('', token());
  await expect(redeem('mug')).rejects.toThrow('try again');
  await expect(redeem('mug')).rejects.toThrow('In words.');
  await expect(redeem('mug')).rejects.toThrow('In words.');
  await redeem('mug');
  await redeem('mug');
  await redeem('mug');
  const [lost, busy, stranger, decided, refused, again] = asked.map(({ key }) => key);
  expect(new Set([lost, busy, stranger, decided]).size).toBe(1);
  expect(new Set([decided, refused, again]).size).toBe(3);
});

it('makes one wish of two clicks, and two of two rewards', async () => {
  const asked = hub();
  const redeem = createRedeem('', token());
  await Promise.all([redeem('mug'), redeem('mug'), redeem('lamp')]);
  expect(asked[0]?.key).toBe(asked[1]?.key);
  expect(asked[2]?.key).not.toBe(asked[0]?.key);
});

it('drops a token that the hub refuses, and says when there is nobody', async () => {
  hub(refusal(401, 'invalid_token'), refusal(404, 'not_found'));
  const source = token();
  await expect(createRedeem('', source)('mug')).rejects.toThrow('In words.');
  expect(source.drop).toHaveBeenCalledOnce();
  await expect(createRedeem('', source)('none')).rejects.toThrow('In words.');
  await expect(createRedeem('', undefined)('mug')).rejects.toThrow('getToken');
});
