// @vitest-environment happy-dom
import type { ButtonAction, Delivery } from '@waymark/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../fixtures/client.js';
import { tipsOf, viewWith } from '../../fixtures/tips.js';
import type { TipsHandle, TipsOptions } from './options.js';
import { RECORD_KEY } from './record.js';
import { startTips } from './start.js';
import type { Drawing, Spot } from './view/mount.js';

const all = tipsOf('en');
const take = (name: string, more: Partial<Delivery> = {}): Delivery => ({
  ...(all[name] as Delivery),
  ...more,
});
const free = (name: string, more: Partial<Delivery> = {}) => take(name, { placement: {}, ...more });

/** A tour whose steps stand by nothing, so that nothing has to be laid out. */
const tour = (more: Partial<Delivery> = {}): Delivery =>
  take('tour', {
    content: {
      kind: 'tour',
      steps: ['one', 'two', 'three'].map((id, i, ids) => ({ id, blocks: [], next: ids[i + 1] ?? null })),
    },
    ...more,
  });

interface Shown {
  drawing: Drawing;
  spot: Spot;
  act(action: ButtonAction): void;
  answer(question: string, answer: string): void;
  gone: boolean;
}

let running: TipsHandle[] = [];
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  for (const tips of running) tips.dispose();
  running = [];
  vi.useRealTimers();
});

function begin(deliveries: readonly Delivery[], options: Partial<TipsOptions> & { granted?: boolean } = {}) {
  const client = createClient(viewWith(deliveries));
  const facts: object[] = [];
  const shown: Shown[] = [];
  const errors: string[] = [];
  const view = {
    mountTip: ({ act, answer }: Pick<Shown, 'act' | 'answer'>) => {
      const one = { act, answer, gone: false, spot: null } as Partial<Shown> as Shown;
      shown.push(one);
      return {
        host: document.createElement('b'),
        draw: (drawing: Drawing) => {
          one.drawing = drawing;
        },
        place: (spot: Spot) => {
          one.spot = spot;
        },
        dispose: () => {
          one.gone = true;
        },
      };
    },
  };
  const claims: string[] = [];
  let told: Parameters<NonNullable<TipsOptions['listen']>>[0] = () => {};
  const tips = startTips({
    client: {
      ...client,
      track: (_, properties = {}) => {
        const { campaignId: __, ...rest } = properties;
        facts.push(rest);
      },
      claim: async (campaignId) => {
        claims.push(campaignId);
        return options.granted ?? true;
      },
    },
    listen: (listener) => {
      told = listener;
      return () => {};
    },
    load: async () => view as never,
    onError: ({ message }) => errors.push(message),
    ...options,
  });
  running.push(tips);
  const ids = () => shown.filter(({ gone }) => !gone).map(({ drawing }) => drawing.delivery.campaignId);
  const step = () => shown.at(-1)?.drawing.part.id;
  const act = (action: ButtonAction) => shown.at(-1)?.act(action);
  const event = (name: string) => told({ name, properties: {}, context: {} });
  return { client, tips, facts, shown, errors, claims, ids, step, act, event };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what is delivered', () => {
  it('is claimed first, and shown once it is granted', async () => {
    const { claims, ids } = begin([free('banner')]);
    expect(ids()).toEqual([]);
    await settled();
    expect(claims).toEqual(['banner']);
    expect(ids()).toEqual(['banner']);
  });

  it('is not shown when the claim is refused, and not asked for again at once', async () => {
    const { claims, ids, client, tips } = begin([free('banner')], { granted: false });
    await settled();
    expect(ids()).toEqual([]);
    expect(await tips.why('banner')).toMatchObject({ state: 'waiting', stoppedBy: 'claim' });
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(claims).toEqual(['banner']);
    // The hub's next word opens it again.
    client.show(viewWith([free('banner'), free('launcher')]));
    await settled();
    expect(claims).toEqual(['banner', 'banner', 'launcher']);
  });

  it('interrupts one at a time, and what stands by comes when the first has no moment', async () => {
    const later = { triggers: [{ kind: 'code' as const }] };
    const { client, ids, act, tips } = begin([]);
    const view = viewWith([free('modal', later)]);
    const standby = [free('popup'), free('slideout')];
    const { snapshot } = view;
    if (snapshot === null) throw new Error('Expected a snapshot.');
    const campaigns = { deliveries: [free('modal', later)], standby, allowances: {} };
    client.show({ ...view, snapshot: { ...snapshot, campaigns } });
    await settled();
    expect(ids()).toEqual(['popup']);
    expect(await tips.why('slideout')).toMatchObject({ stoppedBy: 'slot' });
    act({ kind: 'dismiss' });
    await settled();
    expect(ids()).toEqual(['slideout']);
    tips.start('modal');
    await settled();
    expect(ids()).toEqual(['slideout']);
    act({ kind: 'dismiss' });
    await settled();
    expect(ids()).toEqual(['modal']);
  });

  it('takes no more of a shared allowance than there is', async () => {
    const { client, ids } = begin([]);
    const view = viewWith([]);
    const limits = ['calm'];
    const deliveries = [free('banner', { limits }), free('launcher', { limits }), free('checklist')];
    if (view.snapshot === null) throw new Error('Expected a snapshot.');
    const campaigns = { deliveries, standby: [], allowances: { calm: 1 } };
    client.show({ ...view, snapshot: { ...view.snapshot, campaigns } });
    await settled();
    expect(ids().filter((id) => id !== 'checklist')).toHaveLength(1);
    expect(ids()).toContain('checklist');
  });

  it('waits for its page and for the element it stands by', async () => {
    const { ids, tips, claims } = begin([
      free('banner', { placement: { pages: ['/elsewhere'] } }),
      take('card'),
    ]);
    await settled();
    expect(ids()).toEqual([]);
    expect(claims).toEqual([]);
    expect(await tips.why('banner')).toMatchObject({ state: 'waiting', stoppedBy: 'page' });
    expect(await tips.why('card')).toMatchObject({ state: 'waiting', stoppedBy: 'anchor' });
    expect(await tips.why('nobody')).toMatchObject({ state: 'absent', stoppedBy: 'delivery' });
    const place = document.body.appendChild(document.createElement('div'));
    place.dataset.waymark = 'place';
    await vi.waitFor(() => expect(ids()).toEqual(['card']), { timeout: 4_000 });
    place.remove();
  });
});

describe('a tour', () => {
  it('goes where its buttons lead, and tells of each step and its end', async () => {
    const { step, act, facts, ids } = begin([tour({ arm: 'b' })]);
    await settled();
    expect(step()).toBe('one');
    act({ kind: 'next' });
    expect(step()).toBe('two');
    act({ kind: 'step', step: 'one' });
    act({ kind: 'back' });
    act({ kind: 'back' });
    expect(step()).toBe('one');
    act({ kind: 'back' });
    act({ kind: 'step', step: 'nowhere' });
    expect(step()).toBe('one');
    act({ kind: 'step', step: 'three' });
    act({ kind: 'next' });
    expect(ids()).toEqual([]);
    expect(facts).toEqual([
      { kind: 'step', arm: 'b', part: 'one' },
      { kind: 'step', arm: 'b', part: 'two' },
      { kind: 'step', arm: 'b', part: 'one' },
      { kind: 'step', arm: 'b', part: 'two' },
      { kind: 'step', arm: 'b', part: 'one' },
      { kind: 'step', arm: 'b', part: 'three' },
      { kind: 'completed', arm: 'b' },
    ]);
  });

  it('takes a step with the event it waits for, and no other', async () => {
    const one = tour();
    if (one.content.kind !== 'tour') throw new Error('Expected a tour.');
    const steps = one.content.steps.map((step) => ({ ...step, advance: `did.${step.id}` }));
    const { step, event } = begin([{ ...one, content: { kind: 'tour', steps } }]);
    await settled();
    event('did.two');
    expect(step()).toBe('one');
    event('did.one');
    expect(step()).toBe('two');
  });

  it('goes on after a reload before the hub has said anything, as the same showing', async () => {
    const first = begin([tour()]);
    await settled();
    first.act({ kind: 'next' });
    first.tips.dispose();
    const second = begin([]);
    await settled();
    expect(second.step()).toBe('two');
    expect(second.claims).toEqual([]);
    second.act({ kind: 'back' });
    expect(second.step()).toBe('one');
    second.act({ kind: 'dismiss' });
    expect(sessionStorage.getItem(RECORD_KEY)).toBeNull();
  });

  it('of somebody else is dropped without a word', async () => {
    const first = begin([tour()]);
    await settled();
    first.tips.dispose();
    const record = JSON.parse(sessionStorage.getItem(RECORD_KEY) ?? '{}');
    sessionStorage.setItem(RECORD_KEY, JSON.stringify({ ...record, member: '["other","person"]' }));
    const second = begin([]);
    await settled();
    expect(second.ids()).toEqual([]);
    expect(second.facts).toEqual([]);
    expect(sessionStorage.getItem(RECORD_KEY)).toBeNull();
  });

  it('leaves when its person leaves', async () => {
    const { client, ids } = begin([tour()]);
    await settled();
    client.show({ ...client.view.get(), snapshot: null });
    expect(ids()).toEqual([]);
    expect(sessionStorage.getItem(RECORD_KEY)).toBeNull();
  });
});

describe('what is over', () => {
  it.each([
    ['dismiss', 'dismissed'],
    ['snooze', 'snoozed'],
    ['complete', 'completed'],
  ] as const)('by %s stays away, though the hub does not know yet', async (kind, told) => {
    const { client, act, facts, ids, tips, claims } = begin([free('banner')]);
    await settled();
    act({ kind });
    expect(facts).toEqual([{ kind: told }]);
    client.show(viewWith([free('banner'), free('launcher')]));
    await settled();
    expect(ids()).toEqual(['launcher']);
    expect(claims).toEqual(['banner', 'launcher']);
    expect(await tips.why('banner')).toMatchObject({ state: 'ended', stoppedBy: 'trigger' });
  });

  it('after "later" comes back when its hours have passed', async () => {
    vi.useFakeTimers();
    const { client, act, ids } = begin([free('banner', { snooze: 2 })]);
    await vi.advanceTimersByTimeAsync(10);
    act({ kind: 'snooze' });
    await vi.advanceTimersByTimeAsync(2 * 3_600_000 - 1_000);
    client.show(viewWith([free('banner', { snooze: 2, triggers: [{ kind: 'load', delay: 0 }] })]));
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    client.show(viewWith([free('banner', { snooze: 2 })]));
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual(['banner']);
  });
});

it('a checklist shows what real events have done, and is completed by them alone', async () => {
  const list = free('checklist');
  const { content } = list;
  if (content.kind !== 'checklist') throw new Error('Expected a checklist.');
  const { client, shown, facts, act } = begin([list]);
  await settled();
  act({ kind: 'link', href: '/import' });
  expect(facts).toEqual([{ kind: 'clicked' }]);
  const items = content.items.map((item) => ({ ...item, done: true }));
  client.show(viewWith([{ ...list, content: { ...content, items } }]));
  expect(shown[0]?.drawing.delivery.content).toMatchObject({ items });
  expect(facts).toEqual([{ kind: 'clicked' }, { kind: 'completed' }]);
});

it('answers are told with their question', async () => {
  const { shown, facts } = begin([free('banner')]);
  await settled();
  shown[0]?.answer('useful', 'yes');
  expect(facts).toEqual([{ kind: 'answered', question: 'useful', answer: 'yes' }]);
});

it('what cannot be loaded is reported, and harms nothing', async () => {
  const { errors, ids } = begin([free('banner')], { load: () => Promise.reject(new Error('No such file.')) });
  await settled();
  expect(errors).toEqual(['No such file.']);
  expect(ids()).toEqual([]);
});

it('deliveries of an odd shape are reported, and harm nothing', async () => {
  const odd = [
    null,
    {},
    { campaignId: 1, content: null },
    { ...free('banner'), triggers: 'load' },
  ] as never[];
  const { errors } = begin(odd);
  await settled();
  expect(errors.length).toBeGreaterThan(0);
});
