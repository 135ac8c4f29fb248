import type {
  Connection,
  Deliveries,
  Event,
  Readable,
  Snapshot,
  StreamMessage,
  View,
} from '@waymark/contracts';
import type { Prediction } from '@waymark/engine/prediction';
import { createReadable } from './readable.js';

/** The browser's copy of what the hub shows one person, with the forecast for events under way laid over it. */
export interface Store {
  readonly view: Readable<View>;
  /** Where in the hub's log the view stands; null before its first word. */
  position(): string | null;
  /** Takes a message of the stream: the only way in for the hub's facts. */
  receive(message: StreamMessage): void;
  /** Foretells what an event under way will bring. */
  expect(event: Event): void;
  /** Takes back the forecast for events that will never arrive. */
  giveUp(ids: readonly string[]): void;
  /** Takes what the hub decided anew about campaigns when it was asked for one. */
  deliver(campaigns: Deliveries): void;
  connected(connection: Connection, problem: string | null): void;
  waiting(count: number): void;
  /** Forgets everything about the person. */
  clear(): void;
}

/** The engine's forecast, loaded only once there is something to foretell. */
export type PredictionModule = typeof import('@waymark/engine/prediction');

/** Most ledger entries kept in the browser. */
const LEDGER_LIMIT = 100;

const EMPTY: View = {
  snapshot: null,
  growth: 0,
  level: 0,
  pending: [],
  connection: 'connecting',
  problem: null,
  waiting: 0,
};

/** Makes a store; `loadPrediction` is called once, when the hub first allows a forecast. */
export function createStore(loadPrediction: () => Promise<PredictionModule>): Store {
  const view = createReadable<View>(EMPTY);
  let engine: PredictionModule | undefined;
  let prediction: Prediction | undefined;
  let loading = false;

  const publish = (change: Partial<View>) => {
    const next = { ...view.get(), ...change };
    const { snapshot } = next;
    view.set({
      ...next,
      growth: prediction?.growth() ?? snapshot?.growth ?? 0,
      level: prediction?.level() ?? snapshot?.level ?? 0,
      pending: prediction?.entries() ?? [],
    });
  };

  const foretell = async () => {
    if (loading) return;
    loading = true;
    engine = await loadPrediction().catch(() => undefined);
    loading = false;
    if (engine === undefined) return;
    renew([]);
    publish({});
  };

  /** Lays the forecast over what the hub has confirmed since. */
  const renew = (settled: readonly string[]) => {
    const basis = view.get().snapshot?.prediction;
    if (!basis) prediction = undefined;
    else if (prediction) prediction.rebase(basis, settled);
    else if (engine) prediction = engine.createPrediction(basis);
    else void foretell();
  };

  const show = (snapshot: Snapshot, settled: readonly string[]) => {
    view.set({ ...view.get(), snapshot });
    renew(settled);
    publish({});
  };

  return {
    view,
    position: () => view.get().snapshot?.position ?? null,
    receive(message) {
      const { snapshot } = view.get();
      if (message.type === 'snapshot') {
        show(
          message.snapshot,
          message.snapshot.ledger.map(({ eventId }) => eventId),
        );
      } else if (snapshot !== null) {
        const known = new Set(snapshot.ledger.map(({ id }) => id));
        const fresh = message.entries.filter(({ id }) => !known.has(id));
        const ledger = [...fresh, ...snapshot.ledger].slice(0, LEDGER_LIMIT);
        show({ ...snapshot, ...message.replace, position: message.position, ledger }, message.settled);
      }
    },
    expect(event) {
      const { snapshot } = view.get();
      if (!engine || !prediction || !snapshot) return;
      const userId = event.userId ?? snapshot.user.id;
      if (userId !== snapshot.user.id) return;
      const companyId = event.companyId ?? snapshot.company.id;
      if (companyId !== snapshot.company.id) return;
      prediction.predict(engine.stampFact({ ...event, userId }, { companyId, role: snapshot.role }));
      publish({});
    },
    giveUp(ids) {
      prediction?.drop(ids);
      publish({});
    },
    deliver(campaigns) {
      const { snapshot } = view.get();
      if (snapshot !== null) publish({ snapshot: { ...snapshot, campaigns } });
    },
    connected: (connection, problem) => publish({ connection, problem }),
    waiting: (waiting) => publish({ waiting }),
    clear() {
      prediction = undefined;
      view.set({ ...EMPTY, waiting: view.get().waiting });
    },
  };
}
