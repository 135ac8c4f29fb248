import type { JsonObject, Tier } from '@waymark/contracts';
import type { Diagnosis } from './diagnosis.js';
import type { EventCounts } from './event-clause.js';

/** All that decisions about a person read, as it is now. It never leaves the hub. */
export interface Profile {
  readonly userId: string;
  /** Empty where the vendor has no companies. */
  readonly companyId: string;
  readonly role: string | null;
  readonly userTraits: JsonObject;
  readonly companyTraits: JsonObject;
  /** Languages that the person reads, best first. */
  readonly languages: readonly string[];
  /** IANA name of the person's time zone. */
  readonly timeZone: string | null;
  readonly online: boolean;
  readonly growth: number;
  /** Indexes of the levels worn. */
  readonly level: number;
  readonly companyGrowth: number;
  readonly companyLevel: number;
  /** The highest tier held of each badge. */
  readonly badges: { readonly [badgeId: string]: Tier };
  /** The local days on which the person and the company were first seen. */
  readonly since: { readonly user: string | null; readonly company: string | null };
  /** How often the events came that audiences, lifecycles and checklists count: the person's, and those of all people in the company. */
  readonly events: { readonly user: EventCounts; readonly company: EventCounts };
  /** When an operator last sent a campaign to the person, by its id; ISO 8601 with an offset. */
  readonly pushed: { readonly [campaignId: string]: string };
  /** How the company stands among those at its level. */
  readonly diagnosis: Diagnosis | null;
}
