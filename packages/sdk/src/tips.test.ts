// @vitest-environment happy-dom
import type { View } from '@waymark/contracts';
import { beforeEach, expect, it, vi } from 'vitest';
import { createClient } from '../../widgets/fixtures/client.js';
import { states } from '../../widgets/fixtures/states.js';
import { tipsOf, viewWith } from '../../widgets/fixtures/tips.js';
import { createTips } from './tips.js';

const home = states.home?.view as View;
const delivered = viewWith(Object.values(tipsOf('en')).slice(0, 1));
beforeEach(() => sessionStorage.clear());

function start(first: View) {
  const client = createClient(first);
  const handle = { start: vi.fn(), why: vi.fn((id: string) => `about ${id}`), dispose: vi.fn() };
  const startTips = vi.fn(() => handle);
  const load = vi.fn(async () => ({ startTips }) as never);
  return { client, handle, startTips, load, tips: createTips({ client }, load) };
}

it('loads nothing while nothing is to be shown, then once', async () => {
  const { client, load, startTips, tips, handle } = start(home);
  client.show(viewWith([]));
  expect(load).not.toHaveBeenCalled();
  expect(await tips.why('hello')).toMatchObject({ state: 'absent', stoppedBy: 'delivery' });
  tips.start('hello');
  client.show(delivered);
  client.show({ ...delivered });
  await vi.waitFor(() => expect(startTips).toHaveBeenCalledTimes(1));
  expect(load).toHaveBeenCalledTimes(1);
  expect(handle.start).toHaveBeenCalledWith('hello');
  expect(await tips.why('hello')).toBe('about hello');
  tips.dispose();
  expect(handle.dispose).toHaveBeenCalledTimes(1);
});

it('loads at once where the page before this one left something open', () => {
  sessionStorage.setItem('waymark:tips', '{}');
  expect(start({ ...home, snapshot: null }).load).toHaveBeenCalledTimes(1);
});

it('starts nothing when it is gone before it has come', async () => {
  const { load, startTips, tips } = start(delivered);
  tips.dispose();
  await load.mock.results[0]?.value;
  expect(startTips).not.toHaveBeenCalled();
});
