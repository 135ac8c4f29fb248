import type { Verdict } from '@waymark/contracts';
import type { Decisions } from '../campaigns/decisions.js';
import type { Diagnoses } from '../campaigns/diagnoses.js';
import type { GoalFacts } from '../campaigns/goal-facts.js';
import type { Profiles } from '../campaigns/profiles.js';
import type { Campaigns } from '../campaigns/program.js';
import type { Keys } from '../identity/keys.js';
import type { Boards } from '../read/boards.js';
import type { ReadContext } from '../read/context.js';
import type { Feed } from '../read/feed.js';
import type { MemberViews } from '../read/member-views.js';
import type { Writer } from '../record/writer.js';
import type { Simulator } from '../simulate/simulator.js';
import type { NameMemory } from './remembered-names.js';
import type { HubSettings } from './settings.js';
import type { StreamGate } from './stream-gate.js';

/** What the routes are made of. */
export interface HubContext extends ReadContext, NameMemory {
  readonly settings: HubSettings;
  readonly keys: Keys;
  readonly writer: Writer;
  readonly simulator: Simulator;
  readonly views: MemberViews;
  readonly boards: Boards;
  readonly campaigns: Campaigns;
  readonly profiles: Profiles;
  readonly diagnoses: Diagnoses;
  readonly decisions: Decisions;
  readonly goals: GoalFacts;
  readonly feed: Feed;
  readonly gate: StreamGate;
  /** Tells operators who watch of events that were refused. */
  readonly rejections: Rejections;
}

/** Refused events, for those who watch. */
export interface Rejections {
  tell(verdicts: readonly Verdict[]): void;
  listen(listener: (verdicts: readonly Verdict[]) => void): () => void;
}
