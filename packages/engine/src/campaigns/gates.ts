import type { Campaign, Channel, Schedule } from '@waymark/contracts';
import { compileHours, isValidOn } from '../filter.js';
import type { Assignment } from './assignment.js';
import { assign } from './assignment.js';
import type { AudienceReading, AudienceSubject } from './audience.js';
import type { CompiledCampaign } from './compile.js';
import { frequencyReadings, type LimitReading, type Rest, restOf } from './frequency.js';
import { type MomentReading, momentsOf } from './moments.js';

/** What a campaign has to pass on its way to a person, and what the person has there. */
export type Gate =
  | { readonly gate: 'status'; readonly passed: boolean; readonly actual: Campaign['status'] }
  | {
      readonly gate: 'schedule';
      readonly passed: boolean;
      readonly expected: Schedule | null;
      /** The person's own time. */
      readonly actual: string;
    }
  | { readonly gate: 'audience'; readonly passed: boolean; readonly readings: readonly AudienceReading[] }
  | { readonly gate: 'trigger'; readonly passed: boolean; readonly moments: readonly MomentReading[] }
  | { readonly gate: 'experiment'; readonly passed: boolean; readonly actual: Assignment }
  | {
      readonly gate: 'frequency';
      readonly passed: boolean;
      readonly readings: readonly LimitReading[];
      readonly rest: Rest | null;
    }
  | { readonly gate: 'limits'; readonly passed: boolean; readonly readings: readonly LimitReading[] }
  | {
      readonly gate: 'slot';
      readonly passed: boolean;
      readonly channel: Channel;
      /** The campaign that has the channel, where but one can. */
      readonly winner: string | null;
    };

/** A gate's name, in their order: `status`, `schedule`, `audience`, `trigger`, `experiment`, `frequency`, `limits`, `slot`. */
export type GateName = Gate['gate'];

/** What gates read of a person and a moment. */
export interface GateSubject extends AudienceSubject {
  /** ISO 8601 with the person's own offset, and the same in milliseconds. */
  readonly timestamp: string;
  readonly now: number;
  /** How the limits of each group stand, by its id. */
  readonly groups: ReadonlyMap<string, readonly LimitReading[]>;
}

/** All gates but the last one, which depends on other campaigns. Each is asked, even behind one that is shut. */
export function gatesOf({ campaign, audience, groups }: CompiledCampaign, subject: GateSubject): Gate[] {
  const { profile, today, timestamp, seen, now } = subject;
  const { matches, readings } = audience(subject);
  const moments = momentsOf(campaign, subject);
  const actual = assign(campaign, profile);
  const rest = restOf(campaign, seen, now);
  const own = frequencyReadings(campaign, seen, now);
  const shared = groups.flatMap(({ group }) => subject.groups.get(group.id) ?? []);
  const { schedule = null } = campaign;
  return [
    { gate: 'status', passed: campaign.status === 'live', actual: campaign.status },
    { gate: 'schedule', passed: isOn(schedule, today, timestamp), expected: schedule, actual: timestamp },
    { gate: 'audience', passed: matches, readings },
    { gate: 'trigger', passed: moments.some(({ open }) => open), moments },
    { gate: 'experiment', passed: !actual.heldOut, actual },
    { gate: 'frequency', passed: rest === null && own.every(hasRoom), readings: own, rest },
    { gate: 'limits', passed: shared.every(hasRoom), readings: shared },
  ];
}

function hasRoom({ most, actual }: LimitReading): boolean {
  return actual < most;
}

function isOn(schedule: Schedule | null, day: string, timestamp: string): boolean {
  if (schedule === null) return true;
  const { from, until, hours } = schedule;
  return isValidOn({ from, until }, day) && (hours === undefined || compileHours(hours)({ day, timestamp }));
}
