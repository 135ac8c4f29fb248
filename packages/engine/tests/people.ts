import { type Campaign, describeProblems, type Playbook, parsePlaybook } from '@waymark/contracts';
import type { Impression, Profile } from '@waymark/engine/campaigns';

/** A member of Acme whom nothing is known of, but for what is said. */
export function profileOf(parts: Partial<Profile> = {}): Profile {
  return {
    userId: 'ada',
    companyId: 'acme',
    role: null,
    userTraits: {},
    companyTraits: {},
    languages: ['en'],
    timeZone: null,
    online: true,
    growth: 0,
    level: 0,
    companyGrowth: 0,
    companyLevel: 0,
    badges: {},
    since: { user: null, company: null },
    events: { user: {}, company: {} },
    pushed: {},
    diagnosis: null,
    ...parts,
  };
}

/** A live campaign as a document, a modal unless something else is said. */
export function campaignOf(id: string, parts: object = {}): { id: string } & Record<string, unknown> {
  const content = { kind: 'modal', blocks: [{ kind: 'text', text: 'Hello' }] };
  return { id, name: id, status: 'live', content, ...parts };
}

/** A playbook of campaigns; throws when it is none. */
export function campaignPlaybook(campaigns: readonly object[], parts: object = {}): Playbook {
  const parsed = parsePlaybook({
    specVersion: 1,
    id: 'p',
    version: 7,
    name: 'P',
    rules: [],
    levels: [{ at: 0, title: 'New' }],
    campaigns,
    ...parts,
  });
  if (!parsed.ok) throw new Error(describeProblems(parsed.problems));
  return parsed.value;
}

/** A campaign as it is parsed. */
export function parsedCampaign(id: string, parts: object = {}, around: object = {}): Campaign {
  return campaignPlaybook([campaignOf(id, parts)], around).campaigns?.[0] as Campaign;
}

let count = 0;

/** Something that became of a campaign with Ada, but for what is said. */
export function impressionOn(campaignId: string, at: string, parts: Partial<Impression> = {}): Impression {
  count++;
  return { id: `i${count}`, campaignId, kind: 'shown', userId: 'ada', companyId: 'acme', at, ...parts };
}
