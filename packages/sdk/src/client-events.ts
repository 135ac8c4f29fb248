import type { LedgerEntry } from '@waymark/contracts';

/** What a client tells the page that embeds it. */
export interface ClientEvents {
  /** The hub confirmed new ledger entries of this person, newest first. */
  award: readonly LedgerEntry[];
  /** A new level was reached; its index in the playbook's levels. */
  level: number;
  /** The user center was opened or closed. */
  open: undefined;
  close: undefined;
}
