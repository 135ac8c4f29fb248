import type { Audience, AudienceCondition, Experiment } from '@waymark/contracts';
import {
  assign,
  compileAudience,
  compileCampaigns,
  decide,
  type Impression,
  type Profile,
  seenBy,
  standIn,
} from '@waymark/engine/campaigns';
import { expect, it } from 'vitest';
import { campaignPlaybook, profileOf } from './people.js';

interface Named {
  readonly name: string;
}

type Told = Pick<Impression, 'campaignId' | 'kind'> & Partial<Impression>;

interface AudienceCase extends Named {
  readonly when: AudienceCondition;
  readonly today?: string;
  readonly people: readonly (Partial<Profile> & {
    readonly matches: boolean;
    readonly impressions?: Told[];
  })[];
}

interface LifecycleCase extends Named {
  readonly stages: readonly object[];
  readonly timeline?: object;
  readonly since: string;
  readonly counts?: { readonly [clause: string]: { readonly [day: string]: number } };
  readonly stands: readonly {
    readonly today: string;
    readonly level?: number;
    readonly stage?: string;
    readonly nodes?: { readonly [id: string]: object };
  }[];
}

interface AssignmentCase extends Named {
  readonly id: string;
  readonly experiment: Experiment;
  readonly people: readonly {
    userId: string;
    companyId: string;
    by: string;
    heldOut: boolean;
    arm: string | null;
  }[];
}

interface DecisionCase extends Named {
  readonly campaigns: readonly object[];
  readonly limitGroups?: readonly object[];
  readonly profile?: Partial<Profile>;
  readonly impressions?: readonly Told[];
  readonly now: string;
  readonly verdicts: readonly string[];
  readonly allowances: object;
}

function impressionsOf(told: readonly Told[] = []): Impression[] {
  const about = { userId: 'ada', companyId: 'acme', at: '2026-03-01T00:00:00Z' };
  return told.map((one, i) => ({ id: `i${i}`, ...about, ...one }));
}

/** How the suites about campaigns are held against the engine, by their kind. */
export const campaignCases = {
  audience(cases: readonly AudienceCase[], suite: object): void {
    const { audiences } = suite as { readonly audiences: readonly Audience[] };
    it.each(cases)('$name', ({ when, today = '2026-03-07', people }) => {
      const test = compileAudience(when, campaignPlaybook([], { audiences }).audiences);
      for (const { matches, impressions, events, ...parts } of people) {
        const profile = profileOf({ ...parts, events: { user: {}, company: {}, ...events } });
        const seen = seenBy('ada', 'acme', impressionsOf(impressions));
        const answer = test({ profile, today, standings: new Map(), seen });
        expect(answer.matches, JSON.stringify(parts)).toBe(matches);
      }
    });
  },

  lifecycle(cases: readonly LifecycleCase[]): void {
    it.each(cases)('$name', ({ stages, timeline, since, counts = {}, stands }) => {
      const document = { id: 'l', name: 'L', of: 'user', stages, ...(timeline && { timeline }) };
      const [lifecycle] = campaignPlaybook([], { lifecycles: [document] }).lifecycles ?? [];
      for (const { today, level = 0, stage, nodes = {} } of stands) {
        if (lifecycle === undefined) throw new Error('expected a lifecycle');
        const standing = standIn(lifecycle, { since, level, events: counts }, today);
        if (stage !== undefined) expect(standing.stageId).toBe(stage);
        const told = standing.nodes.map(({ nodeId, state, changes }) => [
          nodeId,
          { state, changes: changes.map(({ change, on }) => `${change} ${on}`) },
        ]);
        expect(Object.fromEntries(told), today).toEqual(nodes);
      }
    });
  },

  assignment(cases: readonly AssignmentCase[]): void {
    it.each(cases)('$name', ({ id, experiment, people }) => {
      const dealt = people.map(({ userId, companyId }) => ({
        userId,
        companyId,
        ...assign({ id, experiment }, { userId, companyId }),
      }));
      expect(dealt).toEqual(people);
    });
  },

  decision(cases: readonly DecisionCase[]): void {
    it.each(cases)(
      '$name',
      ({ campaigns, limitGroups = [], profile, impressions, now, verdicts, allowances }) => {
        const log = impressionsOf(impressions);
        const told = (list: readonly object[], seen: readonly Impression[]) =>
          decide(profileOf(profile), compileCampaigns(campaignPlaybook(list, { limitGroups })), seen, now);
        const decision = told(campaigns, log);
        const lines = decision.verdicts.map(({ campaignId, outcome, stoppedBy }) =>
          [campaignId, outcome, ...(stoppedBy === null ? [] : [stoppedBy])].join(' '),
        );
        expect(lines).toEqual(verdicts);
        expect(decision.toBrowser.allowances).toEqual(allowances);
        expect(told([...campaigns].reverse(), [...log].reverse())).toEqual(decision);
      },
    );
  },
};
