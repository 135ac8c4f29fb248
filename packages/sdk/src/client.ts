import { createCollector, later, own, session, signed } from '@waymark/collector';
import type { Client, JsonObject, Readable, RedemptionAnswer, Snapshot, View } from '@waymark/contracts';
import type { ToldEvent, Why } from '@waymark/widgets/tips';
import { createClaim } from './claim.js';
import type { ClientEvents } from './client-events.js';
import { defineElement } from './elements.js';
import { createEmitter, type Emitter } from './emitter.js';
import { isEntitled } from './entitlements.js';
import { introduce } from './introduction.js';
import { checkOptions, defaults, type Options } from './options.js';
import { putPreferences } from './preferences.js';
import { whileVisible } from './presence.js';
import { createRedeem } from './redeem.js';
import { createStore } from './store.js';
import { openStream, type Stream } from './stream.js';
import { createTips } from './tips.js';
import { createTokenSource } from './token.js';
import { createWidgets } from './widgets.js';

/** A running client: what `init` returns. */
export interface WaymarkClient {
  /** Says who is using; the token has to agree. */
  identify(userId: string, traits?: JsonObject): void;
  /** Says for which company the user works. */
  group(companyId: string, traits?: JsonObject): void;
  /** Tells a fact; it is on the device before this returns to the event loop, and shown at once as foretold. */
  track(event: string, properties?: JsonObject): void;
  /** Tells that a page was seen. */
  page(name?: string, properties?: JsonObject): void;
  /** Whether the person, or their company, has reached a benefit; the vendor's server asks the hub itself. */
  entitled(benefitId: string): boolean;
  /** Asks for a reward: granted, or refused with the reason; rejects when the hub cannot be asked. */
  redeem(rewardId: string): Promise<RedemptionAnswer>;
  /** Begins a campaign that waits for the page's own code, if the hub delivers it to this person. */
  start(campaignId: string): void;
  /** What this browser knows of a campaign: what keeps it away, or what it waits for. */
  why(campaignId: string): Promise<Why>;
  /** Opens the user center. */
  open(): void;
  close(): void;
  /** Calls back on every `name`; returns its undo. */
  on<Name extends keyof ClientEvents>(name: Name, listener: (detail: ClientEvents[Name]) => void): () => void;
  /** Forgets the person, for logging out: the views are emptied, later events are anonymous. */
  reset(): void;
  /** Takes everything back: listeners, connections, widgets. Events that wait stay on the device for the next visit. */
  dispose(): void;
  /** What the hub shows this person, with the forecast laid over it. */
  readonly view: Readable<View>;
}

/**
 * Starts Waymark on this page. Throws a `TypeError` on options that cannot work; nothing after it throws.
 *
 * @example
 * const client = init({ key: 'pk_live', endpoint: '/waymark', getToken: () => fetch('/token').then((r) => r.text()) });
 * client.track('report.shared', { rows: 120 });
 */
export function init(options: Options): WaymarkClient {
  checkOptions(options);
  const { key, getToken, user, company, launcher = defaults.launcher } = options;
  const endpoint = options.endpoint.replace(/\/+$/, '');
  const onError = options.onError ?? ((error: Error) => console.warn(`[waymark] ${error.message}`));
  const undo: (() => void)[] = [];
  const emitter: Emitter<ClientEvents> = createEmitter(onError);
  const told: Emitter<{ event: ToldEvent }> = createEmitter(onError);
  const token = getToken && createTokenSource(getToken);
  const store = createStore(() => import('@waymark/engine/prediction'));
  let stream: Stream | undefined;

  const collector = createCollector(
    later({
      key,
      endpoint: `${endpoint}/v1/batch`,
      format: signed(own(), () => token?.get().catch(() => undefined)),
      onError(problem) {
        if (problem.code === 'rejected' || problem.code === 'dropped') {
          store.giveUp((problem.events ?? []).map(({ id }) => id));
        }
        onError(new Error(problem.message));
      },
      onChange: ({ waiting }) => store.waiting(waiting),
    }),
  );
  undo.push(
    () => collector.dispose(),
    collector.use((event) => {
      store.expect(event);
      const { type, event: name = '', properties = {}, context = {} } = event;
      if (type === 'track') told.emit('event', { name, properties, context });
      return event;
    }),
    collector.use(session()),
  );

  /** Where the page names nobody, the person is who the hub found in the token. */
  const adopt = ({ user: person, company: employer }: Snapshot) => {
    const known = collector.inspect();
    if (user === undefined && known.userId !== person.id) collector.identify(person.id);
    if (company === undefined && employer.id !== '' && known.companyId !== employer.id)
      collector.group(employer.id);
  };

  const connect = () => {
    if (token === undefined)
      return store.connected('refused', 'No `getToken` was given, so the hub shows nobody.');
    stream = openStream({
      url: `${endpoint}/v1/stream`,
      token,
      position: store.position,
      onState: store.connected,
      onMessage(message) {
        const before = store.view.get().snapshot;
        store.receive(message);
        const after = store.view.get().snapshot;
        if (message.type === 'snapshot') adopt(message.snapshot);
        if (message.type === 'changes' && message.entries.length > 0) emitter.emit('award', message.entries);
        if (before !== null && after !== null && after.level > before.level)
          emitter.emit('level', after.level);
      },
    });
  };
  const disconnect = () => {
    stream?.close();
    stream = undefined;
  };
  const reconnect = () => {
    if (stream === undefined) return;
    disconnect();
    token?.drop();
    store.clear();
    connect();
  };

  const client: Client = {
    view: store.view,
    track: (event, properties) => collector.track(event, properties ?? {}),
    prefer: (change) => putPreferences(endpoint, token, change),
    redeem: createRedeem(endpoint, token),
    claim: createClaim(endpoint, token, store.deliver),
    retry() {
      stream?.retry();
      void collector.flush();
    },
  };
  const widgets = createWidgets({ client, options, emitter, onError });
  const tips = createTips(
    { ...options, client, listen: (listener) => told.on('event', listener), onError },
    () => import('@waymark/widgets/tips').catch((error: Error) => void onError(error)),
  );
  undo.push(widgets.dispose, tips.dispose);
  if (launcher !== false && token !== undefined) widgets.showLauncher(launcher);

  const facade: WaymarkClient = {
    view: store.view,
    identify(userId, traits) {
      const changed = collector.inspect().userId !== userId;
      collector.identify(userId, traits);
      if (changed) reconnect();
    },
    group(companyId, traits) {
      const changed = collector.inspect().companyId !== companyId;
      collector.group(companyId, traits);
      if (changed) reconnect();
    },
    track: client.track,
    page: (name, properties) => collector.page(name, properties),
    redeem: client.redeem,
    entitled: (benefitId) => isEntitled(store.view.get().snapshot, benefitId),
    start: tips.start,
    why: tips.why,
    open: () => widgets.open(),
    close: () => widgets.close(),
    on: emitter.on,
    reset() {
      disconnect();
      collector.reset();
      token?.drop();
      store.clear();
    },
    dispose() {
      for (const step of undo.splice(0).reverse()) step();
    },
  };
  introduce(collector, options);
  undo.push(whileVisible(connect, disconnect));
  for (const [name, mount] of Object.entries(widgets.elements)) undo.push(defineElement(name, mount));
  return facade;
}
