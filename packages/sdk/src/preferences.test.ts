import { afterEach, expect, it, vi } from 'vitest';
import { putPreferences } from './preferences.js';
import type { TokenSource } from './token.js';

const token = () =>
  ({
    get: async () => 'the token',
    current: () => 'the token',
    drop: vi.fn<() => void>(),
  }) satisfies TokenSource;
const hub = (answer: () => Promise<Response>) => {
  const fetch = vi.fn(answer);
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
afterEach(() => vi.unstubAllGlobals());

it('puts what was chosen, with the token in a header', async () => {
  const fetch = hub(async () => Response.json({}));
  await putPreferences('/waymark', token(), { ranking: 'hidden' });
  const [url, request] = fetch.mock.calls[0] as unknown as [string, RequestInit];
  expect(url).toBe('/waymark/v1/preferences');
  expect(request).toMatchObject({
    method: 'PUT',
    headers: { authorization: 'Bearer the token' },
    body: '{"ranking":"hidden"}',
  });
});

it("rejects with the hub's own words", async () => {
  hub(async () =>
    Response.json({ error: { code: 'alias_taken', message: 'Choose another alias.' } }, { status: 409 }),
  );
  await expect(putPreferences('', token(), { alias: 'Mei' })).rejects.toThrow('Choose another alias.');
});

it('drops a token that the hub refuses', async () => {
  hub(async () => new Response('', { status: 401 }));
  const source = token();
  await expect(putPreferences('', source, {})).rejects.toThrow('The hub answered 401.');
  expect(source.drop).toHaveBeenCalledOnce();
});

it('says when the hub is away, and when there is nobody', async () => {
  hub(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(putPreferences('', token(), {})).rejects.toThrow('try again');
  await expect(putPreferences('', undefined, {})).rejects.toThrow('getToken');
});
