import type { Playbook } from '@waymark/contracts';
import type { Naming } from '../storage/log.js';
import type { Source } from '../storage/tables.js';
import type { ClaimDecision, ClaimOrder, EnterRequest } from './campaign-facts.js';
import type { ChoiceAnswer, ChoiceRequest } from './choice.js';
import type { DraftOrder } from './drafting.js';
import type { ErasureAnswer, ErasureRequest } from './erasure.js';
import type { PushDone, PushOrder } from './push.js';
import type { RedeemAnswer, RedeemRequest } from './redemption.js';
import type { SettlementRequest } from './settlement.js';
import type { TrimmingRequest } from './trimming.js';

/** An event that passed every check, with what is stamped on it once and never again. */
export interface AdmittedEvent {
  readonly id: string;
  /** Undefined while anonymous. */
  readonly userId: string | undefined;
  /** The event as JSON: text crosses to the writer's thread, and into the log, far faster than objects. */
  readonly body: string;
  readonly companyId: string;
  readonly role: string | null;
  /** Came too late to be scored: it is kept, and that is all. */
  readonly isLate?: boolean | undefined;
}

/** Events to be recorded together, with what the hub calls the people in them until somebody says more. */
export interface RecordRequest {
  readonly events: readonly AdmittedEvent[];
  readonly receivedAt: string;
  readonly sentAt: string | null;
  /** By which door they came; `browser` without a word. */
  readonly source?: 'browser' | 'server' | 'import' | 'operator' | undefined;
  readonly names: {
    readonly users: ReadonlyMap<string, string>;
    readonly companies: ReadonlyMap<string, string>;
  };
}

/** What became of one event: recorded, there already, or impossible to record, with the reason. */
export type Outcome = 'accepted' | 'duplicate' | { readonly refused: string };

/** An entry of the ledger in short. */
export interface CommittedEntry {
  readonly ruleId: string;
  readonly points: number;
  readonly capped: string | null;
  readonly version: number;
}

/** One recorded event in short. */
export interface CommittedEvent {
  readonly position: number;
  readonly id: string;
  readonly event: string;
  readonly userId: string;
  readonly companyId: string;
  readonly timestamp: string;
  readonly receivedAt: string;
  readonly entries: readonly CommittedEntry[];
  /** It came too late to be scored. */
  readonly isLate: boolean;
}

/** Events of a commit that are told one by one: those who watch a flood see its end, and nobody reads faster. */
export const TOLD_LIMIT = 200;

/** What a commit changed; told after it is on disk. */
export interface Commit {
  /** Position of its first event. */
  readonly first: number;
  /** Position of the log afterwards. */
  readonly head: number;
  /** The latest of its events, at most {@link TOLD_LIMIT}. */
  readonly events: readonly CommittedEvent[];
  /** Whose events they are, all of them, by {@link memberKey}. */
  readonly members: ReadonlySet<string>;
  /** Companies in whose rankings something moved. */
  readonly companies: readonly string[];
  /** Those of these companies in which something may have changed that campaigns ask for; absent for none. */
  readonly meeting?: readonly string[] | undefined;
  /** The past of its members has changed, and is not only longer. */
  readonly isAnew?: boolean | undefined;
  /** It concerns everybody. */
  readonly isForAll?: boolean | undefined;
}

/** One commit group and its answer. */
export interface GroupAnswer {
  /** By request, by event. */
  readonly outcomes: readonly (readonly Outcome[])[];
  readonly commit: Commit | null;
}

/** What the hub needs to know of the playbook in force. */
export interface Adopted {
  readonly version: number;
  /** Position of the log when it came into force. */
  readonly position: number;
}

/** Who vouches for an event in the log: what an operator imports counts as much as what the vendor's server says. */
export function voucherOf(source: Source | undefined): 'browser' | 'server' {
  return source === 'server' || source === 'import' || source === 'operator' ? 'server' : 'browser';
}

/** Name of a member in a map; ids hold no control characters. */
export function memberKey(companyId: string, userId: string): string {
  return `${companyId}\n${userId}`;
}

/** The company and the person that a {@link memberKey} names. */
export function memberOf(key: string): readonly [companyId: string, userId: string] {
  const [companyId = '', userId = ''] = key.split('\n');
  return [companyId, userId];
}

/** The writing half of the storage, wherever it runs. */
export interface Recorder {
  /** With `tells`, the commit tells of its events; without, only of what moved. */
  record(group: readonly RecordRequest[], tells: boolean): Promise<GroupAnswer>;
  name(namings: readonly Naming[]): Promise<void>;
  adopt(playbook: Playbook): Promise<Adopted>;
  choose(request: ChoiceRequest): Promise<ChoiceAnswer>;
  redeem(request: RedeemRequest): Promise<RedeemAnswer>;
  erase(request: ErasureRequest): Promise<ErasureAnswer>;
  /** Says what the hub has to say of campaigns and people; null where nothing is left to be said. */
  enter(request: EnterRequest): Promise<Commit | null>;
  claim(order: ClaimOrder): Promise<ClaimDecision>;
  push(order: PushOrder): Promise<PushDone>;
  draft(order: DraftOrder): Promise<void>;
  /** Settles the next window of the leagues that is over; null when none is left. */
  settle(request: SettlementRequest): Promise<Commit | null>;
  /** Takes the details of the next old events away; tells whether there may be more. */
  trim(request: TrimmingRequest): Promise<boolean>;
  close(): Promise<void>;
}
