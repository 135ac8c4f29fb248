import type { Deliveries, Delivery } from '@waymark/contracts';
import type { CampaignProgram, CompiledCampaign } from './compile.js';
import { textIn } from './content.js';
import { groupReadings, type LimitReading, SNOOZE_HOURS } from './frequency.js';
import { type Gate, type GateName, type GateSubject, gatesOf } from './gates.js';
import { type Impression, seenBy } from './impression.js';
import { defaultLanguage, nearestLanguage } from './languages.js';
import { type LifecycleStanding, standIn } from './lifecycle.js';
import { browserTriggers } from './moments.js';
import { channelOf, compareCampaigns } from './order.js';
import type { Profile } from './profile.js';

/** What becomes of a campaign with a person, and why. */
export interface Verdict {
  readonly campaignId: string;
  /** `standby`: all that keeps it away is another campaign that interrupts first. */
  readonly outcome: 'delivered' | 'standby' | 'held_out' | 'stopped';
  /** The first gate that it did not pass. */
  readonly stoppedBy: GateName | null;
  /** Every gate in order, with what the person has there. */
  readonly gates: readonly Gate[];
  /** What the hub is to log once: that it would be the person's turn, and whether they get it. Null when it is not, or logged. */
  readonly entry: { readonly kind: 'entered' | 'held_out'; readonly arm: string | null } | null;
}

/** All that is decided about a person at a moment. */
export interface Decision {
  /** One for every campaign, in the order in which they come. They stay on the hub: they hold what the person is like. */
  readonly verdicts: readonly Verdict[];
  /** What goes to the browser. */
  readonly toBrowser: Deliveries;
}

const OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Decides about every campaign for one person. Pure: the same for the same input, in whatever order it comes.
 *
 * @param impressions what became of campaigns with the person, and for limits by company with their colleagues
 * @param now ISO 8601 with the person's own offset: its date is their local day
 * @throws {TypeError} for a time without an offset
 * @example decide(profile, compileCampaigns(playbook), impressions, '2026-08-22T20:04:36+01:00').verdicts
 */
export function decide(
  profile: Profile,
  program: CampaignProgram,
  impressions: readonly Impression[],
  now: string,
): Decision {
  const subject = subjectOf(profile, program, impressions, now);
  const cases = program.campaigns.map((compiled) => ({ compiled, gates: gatesOf(compiled, subject) }));
  const isOpen = (gates: readonly Gate[]) => gates.every(({ passed }) => passed);
  const winner =
    cases.find(({ compiled, gates }) => channelOf(compiled.campaign) === 'interrupt' && isOpen(gates))
      ?.compiled.campaign ?? null;

  const verdicts: Verdict[] = [];
  const deliveries: Delivery[] = [];
  const standby: Delivery[] = [];
  const allowances: { [limit: string]: number } = Object.create(null);
  for (const { compiled, gates } of cases) {
    const { campaign } = compiled;
    const channel = channelOf(campaign);
    const isFirst = channel !== 'interrupt' || winner === null || compareCampaigns(campaign, winner) <= 0;
    const slot: Gate = {
      gate: 'slot',
      passed: isFirst,
      channel,
      winner: channel === 'interrupt' ? (winner?.id ?? null) : null,
    };
    const verdict = verdictOf(campaign.id, [...gates, slot], subject);
    verdicts.push(verdict);
    if (verdict.outcome !== 'delivered' && verdict.outcome !== 'standby') continue;
    const limits = gates.flatMap((gate) =>
      gate.gate === 'frequency' || gate.gate === 'limits' ? gate.readings : [],
    );
    for (const { limit, most, actual } of limits) allowances[limit] = most - actual;
    (verdict.outcome === 'delivered' ? deliveries : standby).push(
      deliveryOf(compiled, gates, limits, subject, program),
    );
  }
  return { verdicts, toBrowser: { deliveries, standby, allowances: { ...allowances } } };
}

function subjectOf(
  profile: Profile,
  { lifecycles, campaigns }: CampaignProgram,
  impressions: readonly Impression[],
  timestamp: string,
): GateSubject {
  const now = Date.parse(timestamp);
  if (!OFFSET.test(timestamp) || Number.isNaN(now)) {
    throw new TypeError(
      `[engine] Expected \`now\` to be ISO 8601 with an offset, got ${JSON.stringify(timestamp)}. Pass for example "2026-08-22T20:04:36+01:00".`,
    );
  }
  const today = timestamp.slice(0, 10);
  const seen = seenBy(profile.userId, profile.companyId, impressions);
  const standings = new Map<string, LifecycleStanding>();
  for (const lifecycle of lifecycles) {
    const since = profile.since[lifecycle.of];
    const level = lifecycle.of === 'user' ? profile.level : profile.companyLevel;
    if (since === null) continue;
    standings.set(
      lifecycle.id,
      standIn(lifecycle, { since, level, events: profile.events[lifecycle.of] }, today),
    );
  }
  const groups = new Map<string, readonly LimitReading[]>();
  for (const compiled of campaigns.flatMap((one) => one.groups)) {
    if (!groups.has(compiled.group.id)) groups.set(compiled.group.id, groupReadings(compiled, seen, now));
  }
  return { profile, today, standings, seen, timestamp, now, groups };
}

function verdictOf(campaignId: string, gates: readonly Gate[], { seen }: GateSubject): Verdict {
  const stoppedBy = gates.find(({ passed }) => !passed)?.gate ?? null;
  const experiment = gates.findIndex(({ gate }) => gate === 'experiment');
  const isTurn = gates.slice(0, experiment).every(({ passed }) => passed);
  const isLogged = seen.of(campaignId).some(({ kind }) => kind === 'entered' || kind === 'held_out');
  const { heldOut, arm } = (gates[experiment] as Extract<Gate, { gate: 'experiment' }>).actual;
  return {
    campaignId,
    outcome:
      stoppedBy === null
        ? 'delivered'
        : stoppedBy === 'slot'
          ? 'standby'
          : stoppedBy === 'experiment'
            ? 'held_out'
            : 'stopped',
    stoppedBy,
    gates,
    entry: isTurn && !isLogged ? { kind: heldOut ? 'held_out' : 'entered', arm } : null,
  };
}

function deliveryOf(
  { campaign, languages, contentOf }: CompiledCampaign,
  gates: readonly Gate[],
  limits: readonly LimitReading[],
  { profile, today }: GateSubject,
  { version, levels }: CampaignProgram,
): Delivery {
  const { id, placement = {}, frequency } = campaign;
  const fallback = campaign.languages?.[0] ?? defaultLanguage(languages);
  const language = nearestLanguage(profile.languages, languages) ?? fallback;
  const arm = gates.find((gate) => gate.gate === 'experiment')?.actual.arm ?? null;
  const { userTraits, companyTraits, growth, events, level } = profile;
  const levelTitle = textIn(levels[level]?.title ?? '', language);
  const reader = { userTraits, companyTraits, growth, levelTitle, events, language, today };
  return {
    campaignId: id,
    version,
    arm,
    channel: channelOf(campaign),
    language,
    triggers: browserTriggers(gates.find((gate) => gate.gate === 'trigger')?.moments ?? []),
    placement,
    content: contentOf(arm)(reader),
    snooze: frequency?.snooze?.hours ?? SNOOZE_HOURS,
    limits: limits.map(({ limit }) => limit),
  };
}
