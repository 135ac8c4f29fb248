// @vitest-environment happy-dom
import { beforeAll, expect, it, vi } from 'vitest';
import { createMounting } from '../../../fixtures/mounting.js';
import { mountUserCenter } from '../mount.js';

// What is loaded later is at hand, so that nothing here waits for a busy machine to read it.
beforeAll(async () => {
  await import('./index.js');
});
const mount = createMounting();

async function open(name: string, locale = 'en') {
  const { client, root } = mount(name, (place) => mountUserCenter({ ...place, mode: 'inline', locale }));
  const choose = root.querySelector<HTMLElement>('.choose');
  choose?.focus();
  choose?.click();
  await vi.waitFor(() => expect(root.querySelector('.preferences')).not.toBeNull());
  const sheet = () => root.querySelector('.preferences');
  return {
    client,
    root,
    text: () => sheet()?.textContent ?? '',
    radio: (i: number) => root.querySelectorAll<HTMLInputElement>('[type=radio]')[i] as HTMLInputElement,
    quiet: () => root.querySelector<HTMLInputElement>('[role=switch]') as HTMLInputElement,
    sheet,
  };
}

it('shows a choice at once, says that it is being saved, then that it is', async () => {
  const { client, text, quiet } = await open('home');
  let take = () => {};
  client.answer(() => new Promise((resolve) => (take = resolve)));
  quiet().click();
  await vi.waitFor(() => expect(text()).toContain('Saving …'));
  expect(quiet().checked).toBe(true);
  expect(client.calls).toEqual(['prefer {"quiet":true}']);
  take();
  await vi.waitFor(() => expect(text()).toContain('Saved'));
});

it('takes back what the hub refuses, and says why', async () => {
  const { client, text, radio } = await open('home');
  client.answer(() => Promise.reject(new Error('This product ranks nobody.')));
  radio(2).click();
  await vi.waitFor(() => expect(text()).toContain('Not saved. This product ranks nobody.'));
  await vi.waitFor(() => expect(radio(0).checked).toBe(true));
  expect(radio(2).checked).toBe(false);
});

it('sends changes one after another, and keeps the last', async () => {
  const { client, text, radio } = await open('home');
  const settle: (() => void)[] = [];
  client.answer(() => new Promise((resolve) => settle.push(resolve)));
  radio(1).click();
  await vi.waitFor(() => expect(settle).toHaveLength(1));
  radio(2).click();
  expect(client.calls).toHaveLength(1);
  settle[0]?.();
  await vi.waitFor(() => expect(client.calls).toHaveLength(2));
  expect(text()).not.toContain('Saved');
  settle[1]?.();
  await vi.waitFor(() => expect(text()).toContain('Saved'));
  expect(radio(2).checked).toBe(true);
});

it('takes an alias, and an empty one as one to be made', async () => {
  const { client, root } = await open('preferences-alias');
  const field = () => root.querySelector<HTMLInputElement>('.alias input') as HTMLInputElement;
  const save = () => root.querySelector<HTMLButtonElement>('.alias button') as HTMLButtonElement;
  expect(field().value).toBe('The Night Owl');
  expect(save().disabled).toBe(true);
  const write = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(save().disabled).toBe(false));
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  };
  await write('  Early Bird ');
  await vi.waitFor(() => expect(client.calls).toEqual(['prefer {"alias":"Early Bird"}']));
  await write('');
  await vi.waitFor(() => expect(client.calls).toContain('prefer {"alias":null}'));
});

it('changes nothing offline, and says so', async () => {
  const { text, root } = await open('preferences-offline');
  expect(text()).toContain('You are offline.');
  expect([...root.querySelectorAll('fieldset')].every(({ disabled }) => disabled)).toBe(true);
});

it('goes on Escape and gives the focus back to where it was opened', async () => {
  const { root, sheet } = await open('home');
  await vi.waitFor(() => expect(root.activeElement?.className).toBe('back'));
  root.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
  );
  await vi.waitFor(() => expect(sheet()).toBeNull());
  expect(root.activeElement?.className).toBe('choose');
});

it('speaks Chinese', async () => {
  expect((await open('home', 'zh-CN')).text()).toContain('安静模式');
});
