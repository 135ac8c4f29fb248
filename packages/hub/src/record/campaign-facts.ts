import { createHash, randomUUID } from 'node:crypto';
import { CAMPAIGN_EVENT, type Event, type JsonObject } from '@waymark/contracts';
import { type MemberId, memberName, type Program, spansOf, stampFact } from '@waymark/engine';
import { decide, type Profile } from '@waymark/engine/campaigns';
import { dueOf } from '../campaigns/due.js';
import { pastImpressions } from '../campaigns/past-impressions.js';
import type { Campaigns } from '../campaigns/program.js';
import type { Log } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import { CAMPAIGN_FACT } from './impression-row.js';
import type { RelocationReads } from './known-relocations.js';
import { ownCommit, ownRow } from './own-fact.js';
import { type Commit, memberKey } from './request.js';
import { createTally } from './tally.js';

/** A person as they were read a moment ago. What decides together with others' wishes, as limits do, is read under the lock. */
export interface Decided {
  readonly profile: Profile;
  /** The person's own time, ISO 8601 with their offset. */
  readonly at: string;
}

/** People of whom the hub may have something to say. */
export interface EnterRequest {
  readonly people: readonly Decided[];
  /** The hub's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** A browser wants to show something. */
export interface ClaimOrder extends Decided {
  readonly campaignId: string;
  /** The same for the same showing: it counts once. */
  readonly id: string;
  readonly now: number;
}

/** Whether it may. */
export interface ClaimDecision {
  readonly granted: boolean;
  readonly commit: Commit | null;
}

interface Place {
  /** For whom facts count in the end. */
  readonly homes: RelocationReads;
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly program: Program;
  readonly campaigns: Campaigns;
}

interface OwnWord {
  readonly id: string;
  readonly member: MemberId;
  readonly at: string;
  readonly properties: JsonObject;
}

/**
 * Says once what the hub has to say of campaigns and people: whose turn it would be, who is held out, and what is completed.
 * Decided anew while nobody else writes for the tenant; null where nothing is left to be said.
 */
export function enter(place: Place, { people, now }: EnterRequest): Promise<Commit | null> {
  const { log, campaigns } = place;
  return log.transaction(async () => {
    const words: OwnWord[] = [];
    for (const { profile, at } of people) {
      const impressions = await impressionsAtHome(place, profile, now);
      if (impressions === null) continue;
      const decision = decide(profile, campaigns.program, impressions, at);
      for (const due of dueOf(profile, campaigns, impressions, decision, at.slice(0, 10)))
        words.push(wordOf(profile, at, due.kind === 'completed' ? due.kind : null, due));
    }
    return say(place, words, now);
  });
}

/**
 * Decides whether something may be shown now, and if so, counts it. Only this depends on order: while nobody else writes
 * for the tenant, so that no limit is exceeded over any number of tabs, devices and colleagues.
 */
export function claim(place: Place, order: ClaimOrder): Promise<ClaimDecision> {
  const { log, campaigns } = place;
  const { profile, at, campaignId, id, now } = order;
  return log.transaction(async () => {
    const impressions = await impressionsAtHome(place, profile, now);
    if (impressions === null) return { granted: false, commit: null };
    const shown = wordOf(profile, at, `shown ${id}`, { campaignId, kind: 'shown', arm: null });
    if ((await log.known([shown.id])).has(shown.id)) return { granted: true, commit: null };
    const { verdicts } = decide(profile, campaigns.program, impressions, at);
    const verdict = verdicts.find((one) => one.campaignId === campaignId);
    if (verdict?.outcome !== 'delivered' && verdict?.outcome !== 'standby')
      return { granted: false, commit: null };
    const arm = verdict.gates.find((gate) => gate.gate === 'experiment')?.actual.arm ?? null;
    const entry = verdict.entry === null ? [] : [wordOf(profile, at, null, { campaignId, ...verdict.entry })];
    const commit = await say(
      place,
      [...entry, wordOf(profile, at, `shown ${id}`, { campaignId, kind: 'shown', arm })],
      now,
    );
    return { granted: true, commit };
  });
}

/** What decisions need of the past; null for somebody whose facts count for another member, who meets nothing here. */
async function impressionsAtHome(
  { session: { kysely }, tenant, homes: homesOf, campaigns }: Place,
  profile: Profile,
  now: number,
) {
  const { homes } = await homesOf(kysely);
  if (memberName(homes.of<MemberId>(profile)) !== memberName(profile)) return null;
  return pastImpressions(kysely, tenant, profile, campaigns, now);
}

/** A word with `once` is said once for ever, also if it was taken back. */
function wordOf(
  { companyId, userId }: MemberId,
  at: string,
  once: string | null,
  { campaignId, kind, arm }: { campaignId: string; kind: string; arm: string | null },
): OwnWord {
  const name = JSON.stringify([companyId, userId, campaignId, once]);
  const hash = createHash('sha256').update(name).digest('base64url').slice(0, 32);
  return {
    id: `${CAMPAIGN_FACT}${once === null ? randomUUID() : hash}`,
    member: { companyId, userId },
    at,
    properties: { campaignId, kind, ...(arm === null ? {} : { arm }) },
  };
}

/** Writes facts of the hub's own, each once; what completes a campaign is scored, since it may pay. */
async function say(
  { log, program, campaigns }: Place,
  words: readonly OwnWord[],
  now: number,
): Promise<Commit | null> {
  const byId = new Map(words.map((word) => [word.id, word]));
  for (const id of await log.known([...byId.keys()])) byId.delete(id);
  if (byId.size === 0) return null;
  const head = await log.head();
  const tally = createTally();
  const said = [...byId.values()].map(({ id, member, at, properties }, i) => {
    const { companyId, userId } = member;
    const source = properties.kind === 'completed' ? ('server' as const) : ('hub' as const);
    const event: Event = { id, type: 'track', event: CAMPAIGN_EVENT, userId, timestamp: at, properties };
    const fact = stampFact(event, { companyId, role: null, source: 'server' });
    return { event, fact, companyId, source, position: head + 1 + i };
  });
  const scored = said.filter(({ source }) => source === 'server');
  const keys = new Map(
    scored.flatMap(({ fact }) =>
      spansOf(fact.day).map((span) => {
        const key = { company_id: fact.companyId, user_id: fact.userId, span };
        return [JSON.stringify(key), key] as const;
      }),
    ),
  );
  for (const { company_id, user_id, span, cell } of await log.cells([...keys.values()]))
    tally.begin(company_id, user_id, span, JSON.parse(cell));
  for (const one of said) {
    if (one.source === 'server') tally.take(one, program);
    else tally.note(one);
  }
  const changes = tally.changes();
  const received = new Date(now).toISOString();
  const rows = said.map(({ event, companyId, source, position }) =>
    ownRow({
      event,
      companyId,
      source,
      position,
      at: received,
      playbookVersion: program.playbook.version,
    }),
  );
  await log.write({ ...changes, log: rows });
  const isShown = said.some(({ event }) => event.properties?.kind === 'shown');
  // What was shown to one may count against a limit of all.
  const meeting = isShown && campaigns.companyMemory > 0 ? said.map(({ companyId }) => companyId) : [];
  const members = said.map(({ fact }) => memberKey(fact.companyId, fact.userId));
  const moved = changes.standings.map(({ company_id }) => company_id);
  return { ...ownCommit([head + 1, head + said.length], members, [...moved, ...meeting]), meeting };
}
