import type { GateReading, GateView, Localized, VerdictView } from '@waymark/contracts';
import {
  type CampaignProgram,
  campaignState,
  type Gate,
  type Impression,
  pageMatches,
  seenBy,
  type Verdict,
  why,
} from '@waymark/engine/campaigns';

/** What verdicts are shown with. */
interface Shown {
  readonly program: CampaignProgram;
  readonly impressions: readonly Impression[];
  readonly userId: string;
  readonly companyId: string;
  /** Path of the page; null where none was asked about. */
  readonly path: string | null;
}

/** Verdicts as operators see them. */
export function verdictViews(
  verdicts: readonly Verdict[],
  { program, impressions, userId, companyId, path }: Shown,
): VerdictView[] {
  const seen = seenBy(userId, companyId, impressions);
  const campaigns = new Map(program.campaigns.map(({ campaign }) => [campaign.id, campaign]));
  return verdicts.map((verdict) => {
    const { campaignId, outcome, stoppedBy, gates } = verdict;
    const campaign = campaigns.get(campaignId);
    const name: Localized = campaign?.name ?? campaignId;
    const [, ...words] = why(verdict);
    return {
      campaignId,
      name,
      outcome,
      stoppedBy,
      gates: gates.map((gate, i) => gateView(gate, words[i] ?? '')),
      state: campaignState(seen.of(campaignId)),
      isOnPage: path === null || pageMatches(campaign?.placement?.pages, path),
    };
  });
}

function gateView(gate: Gate, words: string): GateView {
  const { gate: name, passed } = gate;
  // The mark and the name before the words are there beside them.
  return { gate: name, passed, words: words.replace(/^\S+ \S+: /, ''), readings: readingsOf(gate) };
}

function readingsOf(gate: Gate): GateReading[] {
  switch (gate.gate) {
    case 'status':
      return [{ path: 'status', expected: 'live', actual: gate.actual, holds: gate.passed }];
    case 'schedule':
      return gate.expected === null
        ? []
        : [{ path: 'schedule', expected: gate.expected, actual: gate.actual, holds: gate.passed }];
    case 'audience':
      return gate.readings.map(({ path, expected, actual, holds }) => ({ path, expected, actual, holds }));
    case 'trigger':
      return gate.moments.map(({ trigger, since, open }) => ({
        path: trigger.kind,
        expected: trigger,
        ...(since === null ? {} : { actual: since }),
        holds: open,
      }));
    case 'experiment':
      return [{ path: 'experiment', expected: 'not held out', actual: gate.actual, holds: gate.passed }];
    case 'frequency':
      return [
        ...(gate.rest === null
          ? []
          : [{ path: gate.rest.why, expected: 'no rest', actual: restOf(gate.rest.until), holds: false }]),
        ...gate.readings.map(limitReading),
      ];
    case 'limits':
      return gate.readings.map(limitReading);
    case 'slot':
      return [{ path: gate.channel, expected: 'free', actual: gate.winner ?? 'free', holds: gate.passed }];
  }
}

function limitReading({ limit, most, actual }: { limit: string; most: number; actual: number }): GateReading {
  return { path: limit, expected: `fewer than ${most}`, actual, holds: actual < most };
}

function restOf(until: number | null): string {
  return until === null ? 'for ever' : `until ${new Date(until).toISOString()}`;
}
