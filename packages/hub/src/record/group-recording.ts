import {
  type Fact,
  homesOf,
  memberName,
  type Program,
  placedAt,
  relocationOf,
  spansOf,
  voidedBy,
} from '@waymark/engine';
import type { Campaigns } from '../campaigns/program.js';
import type { CellKey, Log, Naming } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import { companiesIn, meetingIn, membersIn, tellAnew } from './commit.js';
import type { RelocationReads } from './known-relocations.js';
import { replayMembers } from './members-replay.js';
import { namingsOf } from './naming.js';
import { committedOf, type FreshEvent, placeOf, rowOf } from './placed-event.js';
import { type Relocating, relocate } from './relocating.js';
import {
  type CommittedEvent,
  type GroupAnswer,
  memberKey,
  type Outcome,
  type RecordRequest,
  TOLD_LIMIT,
} from './request.js';
import { createStoredFacts } from './stored-facts.js';
import { takeIn } from './taking.js';
import { createTally, type Placed, type Tally } from './tally.js';
import { traitsOf } from './trait-memory.js';
import { createVoids, type Taken, type Voids } from './voids.js';

interface Place {
  readonly session: Session;
  readonly log: Log;
  readonly tenant: string;
  readonly relocations: RelocationReads;
  /** Names that the database has already; those of a group are added once they are on disk. */
  readonly known: Set<string>;
}

/** The playbook in force, ready to run. */
export interface InForce {
  readonly program: Program;
  /** Whether it asks for traits. */
  readonly needsTraits: boolean;
  readonly campaigns: Campaigns;
}

/** Records a group whole or not at all; with `tells`, the commit tells of its events. */
export type RecordGroup = (
  group: readonly RecordRequest[],
  inForce: InForce,
  tells: boolean,
) => Promise<GroupAnswer>;

/** Where no facts count for another. */
const AT_HOME: Relocating = { homes: homesOf([]), changed: [], unsettled: null };

/** Records groups of events, each in one transaction. */
export function createGroupRecording({ session, log, tenant, relocations, known }: Place): RecordGroup {
  const stored = createStoredFacts(session.kysely, tenant);

  return async (group, { program, needsTraits, campaigns }, tells) => {
    const namings: Naming[] = [];
    const answer = await log.transaction(async () => {
      const head = await log.head();
      const { fresh, outcomes } = sift(group, await log.known(idsIn(group)));
      if (fresh.length === 0) return { outcomes, commit: null };
      const memory = needsTraits ? await traitsOf(session.kysely, tenant, fresh) : null;
      const placed = fresh.map((one, i) => placeOf(one, head + i + 1, memory));
      const tally = createTally();
      const voids = createVoids();
      const corrected = await log.corrected();
      const targets = await voidsIn(placed, voids, corrected.voids);
      const { homes, changed, unsettled } = await relocatingIn(placed, corrected);
      const facts = [...placed, ...(targets?.values() ?? [])].map(({ fact }) => placedAt(fact, homes));
      await load(
        log,
        tally,
        unsettled === null ? facts : facts.filter((fact) => !unsettled.homes.has(memberName(fact))),
      );
      const events: CommittedEvent[] = [];
      const told = tells ? placed.length - TOLD_LIMIT : placed.length;
      placed.forEach((one, i) => {
        const awards = takeIn(one, { tally, voids, targets, program, homes, unsettled });
        if (i >= told) events.push(committedOf(one, awards));
      });
      const changes = tally.changes();
      const rows = placed.map((one) => rowOf(one, program.playbook.version));
      await log.write({ ...changes, log: rows, voids: voids.added(), relocations: changed });
      if (unsettled !== null) {
        const anew = await replayMembers({ view: session.kysely, tenant, stored }, homes, unsettled);
        await log.write(anew);
        tellAnew(events, anew.entries ?? []);
      }
      namings.push(...namingsOf(group, placed, known));
      await log.name(namings);
      const done = { changes, placed, homes, unsettled };
      return {
        outcomes,
        commit: {
          first: head + 1,
          head: head + fresh.length,
          events,
          members: membersIn(placed, homes, unsettled),
          companies: companiesIn(done, program, campaigns),
          meeting: meetingIn(done, campaigns),
          ...(targets === null && unsettled === null ? {} : { isAnew: true }),
        },
      };
    });
    for (const { of, id } of namings) known.add(`${of}\n${id}`);
    return answer;
  };

  /** Reads which of these events are void, and those that they themselves make void. */
  async function voidsIn(
    placed: readonly Placed[],
    voids: Voids,
    areThereAny: boolean,
  ): Promise<Map<string, Taken> | null> {
    const named = placed.flatMap(({ fact }) => voidedBy(fact) ?? []);
    const ids = [...named, ...placed.map(({ fact }) => fact.id)];
    if (areThereAny) {
      for (const row of await voidsOf(ids)) voids.begin(row);
    }
    return named.length === 0 ? null : stored.find(named);
  }

  /** For whom facts count, with what these ones say of it; most logs say nothing. */
  async function relocatingIn(
    placed: readonly Placed[],
    { voids, relocations: areThereAny }: { readonly voids: boolean; readonly relocations: boolean },
  ): Promise<Relocating> {
    const said = placed.filter(({ fact }) => relocationOf(fact) !== null);
    if (!areThereAny && said.length === 0) return AT_HOME;
    const { rows } = await relocations(session.kysely);
    const voided = !voids || said.length === 0 ? [] : await voidsOf(said.map(({ fact }) => fact.id));
    return relocate(rows, placed, voided);
  }

  function voidsOf(eventIds: readonly string[]) {
    return session.kysely
      .selectFrom('voids')
      .select(['event_id', 'company_id', 'user_id'])
      .where('tenant_id', '=', tenant)
      .where('event_id', 'in', eventIds)
      .execute();
  }
}

/** Gives the members of these facts the cells that the facts may reach. */
async function load(log: Log, tally: Tally, facts: readonly Fact[]): Promise<void> {
  const spansOfMembers = new Map<string, Set<string>>();
  const keys: CellKey[] = [];
  for (const fact of facts) {
    const { companyId: company_id, userId: user_id } = fact;
    if (user_id === '') continue;
    const key = memberKey(company_id, user_id);
    const known = spansOfMembers.get(key) ?? new Set();
    if (known.size === 0) spansOfMembers.set(key, known);
    for (const span of spansOf(fact.day)) {
      if (!known.has(span)) keys.push({ company_id, user_id, span });
      known.add(span);
    }
  }
  for (const { company_id, user_id, span, cell } of await log.cells(keys)) {
    tally.begin(company_id, user_id, span, JSON.parse(cell));
  }
}

/** Parts what is new from what the log or the group holds already. */
function sift(
  group: readonly RecordRequest[],
  seen: Set<string>,
): { fresh: FreshEvent[]; outcomes: Outcome[][] } {
  const fresh: FreshEvent[] = [];
  const outcomes = group.map((request) =>
    request.events.map((admitted): Outcome => {
      if (seen.has(admitted.id)) return 'duplicate';
      seen.add(admitted.id);
      fresh.push({ ...admitted, request });
      return 'accepted';
    }),
  );
  return { fresh, outcomes };
}

function idsIn(group: readonly RecordRequest[]): string[] {
  return group.flatMap(({ events }) => events.map(({ id }) => id));
}
