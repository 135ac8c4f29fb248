import type { LedgerEntry, Snapshot } from './snapshot.js';

/** What comes down the stream; each message's server-sent event id is its `position`. */
export type StreamMessage = ChangesMessage | SnapshotMessage;

/** The whole view anew: first on a fresh connection, and whenever a position is too old to continue from. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly snapshot: Snapshot;
}

/** All that changed since the position before. */
export interface ChangesMessage {
  readonly type: 'changes';
  readonly position: string;
  /** Parts of the snapshot to be replaced as they stand here. */
  readonly replace: Partial<Omit<Snapshot, 'position' | 'ledger' | 'user' | 'company'>>;
  /** New ledger entries, newest first, to be put before those already there. */
  readonly entries: readonly LedgerEntry[];
  /** Ids of this person's events that are now in the log, with points or without: their predictions are over. */
  readonly settled: readonly string[];
}
