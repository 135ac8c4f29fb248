import type { View } from '@waymark/contracts';
import { expect, it, vi } from 'vitest';
import { createClient } from '../../widgets/fixtures/client.js';
import { states } from '../../widgets/fixtures/states.js';
import { createToast } from './toast.js';

const home = states.home?.view as View;
const change = (level: number, quiet = false): View => ({
  ...home,
  snapshot: home.snapshot && {
    ...home.snapshot,
    level,
    preferences: { ...home.snapshot.preferences, quiet },
  },
});

function start(first: View = home) {
  const client = createClient(first);
  const mounted = { setHushed: vi.fn(), update: vi.fn(), dispose: vi.fn() };
  const mountToast = vi.fn(() => mounted);
  const load = vi.fn(async () => ({ mountToast }));
  const toast = createToast({ client, onOpen: () => {} }, load);
  return { client, toast, load, mountToast, mounted };
}

it('loads nothing before there is an award, then once, and says since when', async () => {
  const { client, load, mountToast } = start();
  client.show({ ...home, growth: 1_300 });
  expect(load).not.toHaveBeenCalled();
  client.show(change(4));
  client.show(change(5));
  await vi.waitFor(() => expect(mountToast).toHaveBeenCalledTimes(1));
  expect(load).toHaveBeenCalledTimes(1);
  expect(mountToast).toHaveBeenCalledWith(expect.objectContaining({ since: home.snapshot }));
});

it('loads nothing in quiet mode, on first sight, or while the user center is open', () => {
  const quiet = start();
  quiet.client.show(change(4, true));
  const fresh = start({ ...home, snapshot: null });
  fresh.client.show(home);
  const open = start();
  open.toast.setHushed(true);
  open.client.show(change(4));
  for (const { load } of [quiet, fresh, open]) expect(load).not.toHaveBeenCalled();
});

it('shows nothing when it is gone before it has come', async () => {
  const { client, toast, load, mountToast } = start();
  client.show(change(4));
  toast.dispose();
  await load.mock.results[0]?.value;
  expect(mountToast).not.toHaveBeenCalled();
});
