import type { Playbook } from '@waymark/contracts';
import type { Award } from './award.js';
import type { DraftCells } from './cells.js';
import type { Direction } from './counter.js';
import type { Day } from './days.js';
import type { Fact } from './fact.js';
import type { Listeners } from './listener.js';
import type { CompiledRule } from './rules.js';

/** A playbook made ready to run; compile it once and keep it. */
export interface Program {
  readonly playbook: Playbook;
  /** What awaits each event, by its name. */
  readonly listeners: Listeners;
  /** What is not an event but sets right what events did, by its name. */
  readonly corrections: Corrections;
  /** The rules in the playbook's order, and then its bonuses. */
  readonly rules: readonly CompiledRule[];
  /** What a playbook whose growth lapses needs beside; the browser's prediction does without. */
  readonly expiring?: Expiring | undefined;
  /** The slots of a local day, remembered. */
  days(day: string): Day;
}

/** What a correction does; it returns the points it brings the person. */
export type Correcting = (
  draft: DraftCells,
  fact: Fact,
  program: Program,
  by: Direction,
  awards: Award[],
) => number;

/** Corrections by the name of their event. */
export type Corrections = ReadonlyMap<string, Correcting>;

/** Keeps what can lapse, and tells which level is worn. */
export interface Expiring {
  keep(draft: DraftCells, awards: readonly Award[]): void;
  level(draft: DraftCells, day: string): number;
}
