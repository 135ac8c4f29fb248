// @vitest-environment happy-dom
import type { BrowserTrigger } from '@waymark/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tipsOf } from '../../fixtures/tips.js';
import type { Scout } from './anchors/scout.js';
import { isAmong, waitFor } from './moments.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const scout: Scout = {
  follow: ({ name }) => {
    const found = { element: document.querySelector<HTMLElement>(`[data-waymark=${name}]`), tried: [] };
    return { found: () => found, look: () => found, stop: () => {} };
  },
  stop: () => {},
};

function wait(...triggers: BrowserTrigger[]) {
  const delivery = { ...(tipsOf('en').banner as NonNullable<ReturnType<typeof tipsOf>[string]>), triggers };
  const onCome = vi.fn();
  const seen: (() => void)[] = [];
  const moments = waitFor({
    delivery,
    scout,
    seenBy: (_, onSeen) => {
      seen.push(onSeen);
      return () => {};
    },
    matches: async (where, { properties }) =>
      Object.entries(where).every(([key, value]) => properties[key] === value),
    onCome,
  });
  moments.move(true);
  return { moments, seen, come: () => [...moments.come] };
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const path = (element: Element | null) => {
  const all: Element[] = [];
  for (let one = element; one; one = one.parentElement) all.push(one);
  return all;
};

describe('a moment', () => {
  it('comes with the page, later where it says so, and never on another page', async () => {
    expect(wait({ kind: 'load' }).come()).toEqual(['load']);
    const late = wait({ kind: 'load', delay: 5 });
    await pass(4);
    expect(late.come()).toEqual([]);
    await pass(1);
    expect(late.come()).toEqual(['load']);
    const left = wait({ kind: 'load', delay: 5 });
    left.moments.move(false);
    await pass(10);
    expect(left.come()).toEqual([]);
  });

  it('comes after a time on the page, and after a time without anything done', async () => {
    const { moments, come } = wait({ kind: 'time', seconds: 30 }, { kind: 'idle', seconds: 20 });
    await pass(19);
    moments.happen({ kind: 'active' });
    await pass(11);
    expect(come()).toEqual(['time']);
    await pass(9);
    expect(come()).toEqual(['time', 'idle']);
  });

  it('comes with a click on its element or within it, and no other', () => {
    document.body.innerHTML = '<p data-waymark="share"><b></b></p><i></i>';
    const { moments, come } = wait({ kind: 'clicked', anchor: { name: 'share' } });
    moments.happen({ kind: 'clicked', path: path(document.querySelector('i')) });
    moments.happen({ kind: 'hovered', path: path(document.querySelector('b')) });
    expect(come()).toEqual([]);
    moments.happen({ kind: 'clicked', path: path(document.querySelector('b')) });
    expect(come()).toEqual(['clicked']);
  });

  it('comes when somebody stays at an element, and begins anew for who left it', async () => {
    document.body.innerHTML = '<p data-waymark="form"><b></b></p><i></i>';
    const { moments, come } = wait({ kind: 'stuck', anchor: { name: 'form' }, seconds: 10 });
    const at = (selector: string) =>
      moments.happen({ kind: 'hovered', path: path(document.querySelector(selector)) });
    at('p');
    await pass(6);
    at('b');
    await pass(3);
    at('i');
    await pass(5);
    expect(come()).toEqual([]);
    at('b');
    await pass(6);
    at('p');
    await pass(4);
    expect(come()).toEqual(['stuck']);
  });

  it('comes with an event that is as it says', async () => {
    const { moments, come } = wait({ kind: 'event', event: 'shared', where: { rows: 3 } });
    const tell = (name: string, rows: number) =>
      moments.happen({ kind: 'event', event: { name, properties: { rows }, context: {} } });
    tell('shared', 2);
    tell('other', 3);
    await pass(0);
    expect(come()).toEqual([]);
    tell('shared', 3);
    await pass(0);
    expect(come()).toEqual(['event']);
  });

  it('comes once its element is seen, by code, on leaving, and with a change of the path', () => {
    document.body.innerHTML = '<p data-waymark="share"></p>';
    const { moments, come, seen } = wait(
      { kind: 'visible', anchor: { name: 'share' } },
      { kind: 'code' },
      { kind: 'exit' },
      { kind: 'route' },
    );
    expect(come()).toEqual([]);
    seen[0]?.();
    moments.happen({ kind: 'code' });
    moments.happen({ kind: 'exit' });
    moments.happen({ kind: 'route' });
    expect(come()).toEqual(['visible', 'code', 'exit', 'route']);
    moments.reset();
    expect(come()).toEqual([]);
  });
});

it('an element is known by its chain from within, across shadow roots', () => {
  document.body.innerHTML = '<x-menu></x-menu>';
  const root = document.querySelector('x-menu')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  root.innerHTML = '<b class="entry"></b>';
  const entry = [root.querySelector('b') as Element];
  expect(isAmong({ chain: ['x-menu', '.entry'] }, entry)).toBe(true);
  expect(isAmong({ chain: ['x-other', '.entry'] }, entry)).toBe(false);
  expect(isAmong({ chain: ['.entry'] }, entry)).toBe(true);
  expect(isAmong({ chain: ['##'] }, entry)).toBe(false);
});
