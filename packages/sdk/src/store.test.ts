import type {
  Cells,
  ChangesMessage,
  Event,
  LedgerEntry,
  Playbook,
  Snapshot,
  SnapshotMessage,
} from '@waymark/contracts';
import { apply, compilePlaybook, growthOf, stampFact } from '@waymark/engine';
import * as engine from '@waymark/engine/prediction';
import { describe, expect, it } from 'vitest';
import { createStore } from './store.js';

const playbook = {
  specVersion: 1,
  id: 'demo',
  version: 1,
  name: 'Demo',
  rules: [
    {
      id: 'ship',
      name: 'Shipped',
      event: 'feature.shipped',
      measure: { kind: 'count' },
      points: 40,
      limit: { per: 'day', points: 80 },
      outcome: 'value',
    },
  ],
  benefits: [],
  levels: [
    { at: 0, title: 'New', benefits: [] },
    { at: 100, title: 'Known', benefits: [] },
  ],
  badges: [],
  rankings: [],
} satisfies Playbook;

const snapshot = (change: Partial<Snapshot> = {}): SnapshotMessage => ({
  type: 'snapshot',
  snapshot: {
    position: '5',
    user: { id: 'u', name: 'U' },
    company: { id: 'c', name: 'C' },
    role: null,
    playbookVersion: 1,
    growth: 0,
    level: 0,
    levels: [],
    badges: [],
    ledger: [],
    days: [],
    rankings: [],
    quests: [],
    streaks: [],
    companyGrowth: null,
    preferences: { ranking: 'name', alias: null, quiet: false },
    nextStep: null,
    prediction: { playbook, cells: {} },
    ...change,
  },
});

const event = (id: string, change: Partial<Event> = {}): Event => ({
  id,
  type: 'track',
  event: 'feature.shipped',
  userId: 'u',
  companyId: 'c',
  timestamp: '2026-08-22T10:00:00+08:00',
  ...change,
});

const entry = (eventId: string): LedgerEntry => ({
  id: `${eventId}:ship`,
  eventId,
  event: 'feature.shipped',
  ruleId: 'ship',
  ruleName: 'Shipped',
  points: 40,
  capped: null,
  timestamp: '2026-08-22T10:00:00+08:00',
  playbookVersion: 1,
});

/** What the hub says once it has taken events: its own fold over the same facts. */
function confirmed(events: readonly Event[], position: string): ChangesMessage {
  const program = compilePlaybook(playbook);
  const cells = events.reduce<Cells>(
    (state, one) => apply(state, stampFact(one, { companyId: 'c', role: null }), program).state,
    {},
  );
  const settled = events.map(({ id }) => id);
  return {
    type: 'changes',
    position,
    replace: { growth: growthOf(cells), prediction: { playbook, cells } },
    entries: settled.map(entry),
    settled,
  };
}

async function liveStore() {
  const store = createStore(async () => engine);
  store.receive(snapshot());
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  return store;
}

describe('the store', () => {
  it('shows an event at once as foretold and replaces it by the hub’s answer, without counting it twice', async () => {
    const store = await liveStore();
    store.expect(event('a'));
    expect(store.view.get()).toMatchObject({ growth: 40, pending: [{ eventId: 'a', points: 40 }] });
    store.receive(confirmed([event('a')], '6'));
    expect(store.view.get()).toMatchObject({
      growth: 40,
      pending: [],
      snapshot: { position: '6', growth: 40 },
    });
    expect(store.view.get().snapshot?.ledger).toHaveLength(1);
  });

  it('foretells limits and levels as the hub would', async () => {
    const store = await liveStore();
    for (const id of ['a', 'b', 'c']) store.expect(event(id));
    expect(store.view.get()).toMatchObject({ growth: 80, level: 0 });
    store.expect(event('d', { timestamp: '2026-08-23T00:00:01+08:00' }));
    expect(store.view.get()).toMatchObject({ growth: 120, level: 1 });
  });

  it('keeps the forecast of events still under way when others are confirmed', async () => {
    const store = await liveStore();
    store.expect(event('a'));
    store.expect(event('b'));
    store.receive(confirmed([event('a')], '6'));
    expect(store.view.get().growth).toBe(80);
    expect(store.view.get().pending.map(({ eventId }) => eventId)).toEqual(['b']);
  });

  it('takes a forecast back when the event will never arrive', async () => {
    const store = await liveStore();
    store.expect(event('a'));
    store.giveUp(['a']);
    expect(store.view.get()).toMatchObject({ growth: 0, pending: [] });
  });

  it('foretells nothing for another person or another company', async () => {
    const store = await liveStore();
    store.expect(event('a', { userId: 'v' }));
    store.expect(event('b', { companyId: 'd' }));
    expect(store.view.get().growth).toBe(0);
  });

  it('takes the same message twice for once', async () => {
    const store = await liveStore();
    const message = confirmed([event('a')], '6');
    store.receive(message);
    store.receive(message);
    expect(store.view.get().snapshot?.ledger).toHaveLength(1);
    expect(store.view.get().growth).toBe(40);
  });

  it('goes on without a forecast when the engine cannot be loaded', async () => {
    const store = createStore(() => Promise.reject(new Error('blocked')));
    store.receive(snapshot({ growth: 7 }));
    await new Promise((resolve) => setTimeout(resolve));
    store.expect(event('a'));
    expect(store.view.get()).toMatchObject({ growth: 7, pending: [] });
  });

  it('forgets the person when cleared', async () => {
    const store = await liveStore();
    store.expect(event('a'));
    store.clear();
    expect(store.view.get()).toMatchObject({ snapshot: null, growth: 0, pending: [] });
    expect(store.position()).toBeNull();
  });
});
