import type { Playbook } from '@waymark/contracts';
import type { Naming } from '../storage/log.js';
import type { ClaimOrder, EnterRequest } from './campaign-facts.js';
import type { ChoiceAnswer, ChoiceRequest } from './choice.js';
import type { DraftOrder } from './drafting.js';
import type { ErasureAnswer, ErasureRequest } from './erasure.js';
import type { PushDone, PushOrder } from './push.js';
import type { RedeemAnswer, RedeemRequest } from './redemption.js';
import type { Adopted, Commit, Outcome, Recorder, RecordRequest } from './request.js';
import type { SettlementRequest } from './settlement.js';
import type { TrimmingRequest } from './trimming.js';

/** The hub takes no more for now: its queue is full. The sender should come again in a moment. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Takes events from many senders at once and has them recorded in groups. */
export interface Writer {
  /** Resolves once the events are on disk. Rejects with {@link Busy} when too much is waiting. */
  record(request: RecordRequest): Promise<readonly Outcome[]>;
  name(namings: readonly Naming[]): Promise<void>;
  /** Resolves when the database takes a transaction. */
  probe(): Promise<void>;
  adopt(playbook: Playbook): Promise<Adopted>;
  /** Keeps what a person has chosen. */
  choose(request: ChoiceRequest): Promise<ChoiceAnswer>;
  /** Decides about a wish for a reward, and resolves once what it granted is on disk. */
  redeem(request: RedeemRequest): Promise<RedeemAnswer>;
  /** Takes a person out of everything. */
  erase(request: ErasureRequest): Promise<ErasureAnswer>;
  /** Says what the hub has to say of campaigns and people. */
  enter(request: EnterRequest): Promise<void>;
  /** Decides whether something may be shown, and resolves once what counts is on disk. */
  claim(order: ClaimOrder): Promise<boolean>;
  /** Sends a campaign; tells whether that is new. */
  push(order: PushOrder): Promise<PushDone>;
  /** Keeps a draft of a campaign, or throws it away. */
  draft(order: DraftOrder): Promise<void>;
  /** Settles every window of the leagues that is over. */
  settle(request: SettlementRequest): Promise<void>;
  /** Takes the details of the next old events away; tells whether there may be more. */
  trim(request: TrimmingRequest): Promise<boolean>;
  /** Tells of every commit, before those who waited for it are answered; returns its undo. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Events that wait to be recorded. */
  waiting(): number;
  /** Finishes what is waiting, then closes. */
  close(): Promise<void>;
}

/** How much a writer takes. */
export interface WriterOptions {
  /** Events that may wait before {@link Busy}. */
  readonly queueLimit: number;
  /** Events after which a commit group is full. */
  readonly groupLimit: number;
}

/** Enough for several seconds of a slow disk. */
const WRITER_DEFAULTS: WriterOptions = { queueLimit: 20_000, groupLimit: 4_000 };

/** One group is being written, one is on its way so that the writer never waits; what comes meanwhile makes the next. */
const GROUPS_UNDER_WAY = 2;

interface Waiting {
  readonly request: RecordRequest;
  resolve(outcomes: readonly Outcome[]): void;
  reject(error: unknown): void;
}

/** A writer over a recorder: group commit. */
export function createWriter(recorder: Recorder, options: Partial<WriterOptions> = {}): Writer {
  const { queueLimit, groupLimit } = { ...WRITER_DEFAULTS, ...options };
  const listeners = new Set<(commit: Commit) => void>();
  let queue: Waiting[] = [];
  let waiting = 0;
  let underWay = 0;
  let scheduled = false;
  let idle: (() => void)[] = [];

  function nextGroup(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { request } of queue) {
      if (count > 0 && size + request.events.length > groupLimit) break;
      size += request.events.length;
      count++;
    }
    const group = queue.slice(0, count);
    queue = queue.slice(count);
    return group;
  }

  /** What arrives in the same turn of the event loop shares a group. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(pump);
  }

  function pump(): void {
    scheduled = false;
    while (underWay < GROUPS_UNDER_WAY && queue.length > 0) {
      underWay++;
      void send(nextGroup());
    }
    if (underWay === 0 && queue.length === 0) {
      for (const resolve of idle) resolve();
      idle = [];
    }
  }

  async function send(group: Waiting[]): Promise<void> {
    try {
      const { outcomes, commit } = await recorder.record(
        group.map(({ request }) => request),
        listeners.size > 0,
      );
      tell(commit);
      group.forEach(({ resolve }, i) => {
        resolve(outcomes[i] ?? []);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    for (const { request } of group) waiting -= request.events.length;
    underWay--;
    pump();
  }

  function tell(commit: Commit | null): void {
    if (commit !== null) for (const listener of listeners) listener(commit);
  }

  return {
    record(request) {
      if (request.events.length === 0) return Promise.resolve([]);
      if (waiting > 0 && waiting + request.events.length > queueLimit) {
        return Promise.reject(
          new Busy(`${waiting} events are waiting to be written; send these again in a moment.`),
        );
      }
      waiting += request.events.length;
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        schedule();
      });
    },
    name: (namings) => (namings.length === 0 ? Promise.resolve() : recorder.name(namings)),
    probe: () => recorder.name([]),
    adopt: (playbook) => recorder.adopt(playbook),
    async choose(request) {
      const answer = await recorder.choose(request);
      if ('commit' in answer) tell(answer.commit);
      return answer;
    },
    async redeem(request) {
      const answer = await recorder.redeem(request);
      if ('commit' in answer) tell(answer.commit);
      return answer;
    },
    async erase(request) {
      const answer = await recorder.erase(request);
      tell(answer.commit);
      return answer;
    },
    async enter(request) {
      tell(await recorder.enter(request));
    },
    async claim(order) {
      const { granted, commit } = await recorder.claim(order);
      tell(commit);
      return granted;
    },
    async push(order) {
      const done = await recorder.push(order);
      tell(done.commit);
      return done;
    },
    draft: (order) => recorder.draft(order),
    async settle(request) {
      for (;;) {
        const commit = await recorder.settle(request);
        if (commit === null) return;
        tell(commit);
      }
    },
    trim: (request) => recorder.trim(request),
    onCommit(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    waiting: () => waiting,
    async close() {
      if (underWay > 0 || queue.length > 0) await new Promise<void>((resolve) => idle.push(resolve));
      await recorder.close();
    },
  };
}
