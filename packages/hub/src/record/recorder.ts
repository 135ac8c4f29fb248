import type { Playbook } from '@waymark/contracts';
import {
  type Award,
  compilePlaybook,
  type Fact,
  type Homes,
  homesOf,
  type MemberId,
  memberName,
  type Program,
  placedAt,
  relocationOf,
  spansOf,
  voidedBy,
} from '@waymark/engine';
import { sql } from 'kysely';
import { adoptPlaybook } from '../playbook/adoption.js';
import { type CellKey, type Changes, createLog, type Naming } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import { choose } from './choice.js';
import { erase } from './erasure.js';
import { isPermanent } from './fault.js';
import { createRelocationReads } from './known-relocations.js';
import { replayMembers } from './members-replay.js';
import { namingsOf } from './naming.js';
import { committedOf, type FreshEvent, type PlacedEvent, placeOf, rowOf } from './placed-event.js';
import { redeem } from './redemption.js';
import { type Relocating, relocate } from './relocating.js';
import {
  type Commit,
  type CommittedEvent,
  type GroupAnswer,
  memberKey,
  type Outcome,
  type Recorder,
  type RecordRequest,
  TOLD_LIMIT,
} from './request.js';
import { createSettling } from './settlement.js';
import { createStoredFacts } from './stored-facts.js';
import { createTally, type Placed, type Tally } from './tally.js';
import { asksForTraits, createTraitMemory, type TraitMemory } from './trait-memory.js';
import { createVoids, type Taken, type Voids } from './voids.js';

/** What the recorder needs to know of time: the hub's clock. */
export interface RecorderOptions {
  readonly tenant: string;
  readonly now: () => number;
}

/** Records groups of events over one session: each group is one transaction, and answered once that is on disk. */
export function createRecorder(session: Session, { tenant, now }: RecorderOptions): Recorder {
  const log = createLog(session, tenant);
  const known = new Set<string>();
  const stored = createStoredFacts(session.kysely, tenant);
  const settle = createSettling({ session, log, tenant });
  const relocations = createRelocationReads(tenant);
  let program: Program | null = null;
  let needsTraits = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a session has room for one transaction. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  function inForce(): Program {
    if (program !== null) return program;
    throw new Error('The hub has no playbook yet: adopt one before recording events.');
  }

  async function attempt(
    group: readonly RecordRequest[],
    program: Program,
    tells: boolean,
  ): Promise<GroupAnswer> {
    const namings: Naming[] = [];
    const answer = await log.transaction(async () => {
      const head = await log.head();
      const { fresh, outcomes } = await sift(group, await duplicatesIn(group));
      if (fresh.length === 0) return { outcomes, commit: null };
      const memory = needsTraits ? await traitsOf(fresh) : null;
      const placed = fresh.map((one, i) => placeOf(one, head + i + 1, memory));
      const tally = createTally();
      const voids = createVoids();
      const corrected = await log.corrected();
      const targets = await voidsIn(placed, voids, corrected.voids);
      const { homes, changed, unsettled } = await relocatingIn(placed, corrected);
      const facts = [...placed, ...(targets?.values() ?? [])].map(({ fact }) => placedAt(fact, homes));
      await load(
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
      return {
        outcomes,
        commit: {
          first: head + 1,
          head: head + fresh.length,
          events,
          members: membersIn(placed, homes, unsettled),
          companies: companiesIn(changes, placed, program, homes, unsettled),
        },
      };
    });
    for (const { of, id } of namings) known.add(`${of}\n${id}`);
    return answer;
  }

  function duplicatesIn(group: readonly RecordRequest[]): Promise<Set<string>> {
    return log.known(group.flatMap(({ events }) => events.map(({ id }) => id)));
  }

  /** What is known of the people and companies of these events. */
  async function traitsOf(fresh: readonly FreshEvent[]): Promise<TraitMemory> {
    const memory = createTraitMemory();
    const users = [...new Set(fresh.flatMap(({ userId }) => userId ?? []))];
    const companies = [...new Set(fresh.map(({ companyId }) => companyId))];
    for (const [of, column, ids] of [
      ['users', 'user_id', users],
      ['companies', 'company_id', companies],
    ] as const) {
      if (ids.length === 0) continue;
      const rows = await session.kysely
        .selectFrom(of as 'users')
        .select([sql.ref<string>(column).as('id'), 'traits', 'traits_ms', 'traits_by'])
        .where('tenant_id', '=', tenant)
        .where(sql.ref(column), 'in', ids)
        .where('traits', 'is not', null)
        .execute();
      for (const { id, traits, traits_ms, traits_by } of rows)
        memory.begin(of, id, JSON.parse(traits ?? '{}'), traits_ms, traits_by);
    }
    return memory;
  }

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

  async function load(tally: Tally, facts: readonly Fact[]): Promise<void> {
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

  /** Where one event makes the whole group fail, it is found by trying the parts, and refused alone. */
  async function record(
    group: readonly RecordRequest[],
    program: Program,
    tells: boolean,
  ): Promise<GroupAnswer> {
    try {
      return await attempt(group, program, tells);
    } catch (error) {
      if (!isPermanent(error)) throw error;
      const [only, ...others] = group;
      if (only === undefined) throw error;
      if (others.length > 0)
        return merge(
          await inParts(
            group.map((one) => [one]),
            program,
            tells,
          ),
        );
      if (only.events.length > 1) {
        const parts = await inParts(
          only.events.map((event) => [{ ...only, events: [event] }]),
          program,
          tells,
        );
        const { outcomes, commit } = merge(parts);
        return { outcomes: [outcomes.flat()], commit };
      }
      return {
        outcomes: [[{ refused: error instanceof Error ? error.message : String(error) }]],
        commit: null,
      };
    }
  }

  async function inParts(
    parts: readonly RecordRequest[][],
    program: Program,
    tells: boolean,
  ): Promise<GroupAnswer[]> {
    const answers: GroupAnswer[] = [];
    for (const part of parts) answers.push(await record(part, program, tells));
    return answers;
  }

  return {
    record: (group, tells) => inTurn(async () => record(group, inForce(), tells)),
    name: (namings) => inTurn(() => log.transaction(() => log.name(namings))),
    adopt: (playbook: Playbook) =>
      inTurn(async () => {
        const adopted = await adoptPlaybook(session, log, tenant, playbook, new Date(now()).toISOString());
        program = compilePlaybook(playbook);
        needsTraits = asksForTraits(playbook);
        return adopted;
      }),
    choose: (request) =>
      inTurn(async () => choose({ session, log, tenant, program: inForce(), homes: relocations }, request)),
    redeem: (request) =>
      inTurn(async () => redeem({ session, log, tenant, program: inForce(), homes: relocations }, request)),
    erase: (request) =>
      inTurn(async () => {
        const { version } = inForce().playbook;
        const answer = await erase({ session, log, tenant, playbookVersion: version, relocations }, request);
        for (const userId of answer.userIds) known.delete(`users\n${userId}`);
        return answer;
      }),
    settle: (request) => inTurn(async () => settle(request, inForce().playbook)),
    close: () => inTurn(() => session.close()),
  };
}

interface Taking {
  readonly tally: Tally;
  readonly voids: Voids;
  /** Events to be taken back; those of the group itself are added as they are taken in. Null where none is. */
  readonly targets: Map<string, Taken> | null;
  readonly program: Program;
  readonly homes: Homes;
  /** Members for whom other facts count than before: all of theirs is taken in anew afterwards. */
  readonly unsettled: Relocating['unsettled'];
}

/** Where no facts count for another. */
const AT_HOME: Relocating = { homes: homesOf([]), changed: [], unsettled: null };

/** Takes an event in, or what it takes back out. */
function takeIn(one: PlacedEvent, taking: Taking): Award[] {
  const { tally, voids, targets, program, homes, unsettled } = taking;
  if (one.admitted.isLate === true) return [];
  const { fact, position } = one;
  const eventId = voidedBy(fact);
  if (eventId !== null) {
    const target = voids.add(fact, eventId, position, targets?.get(eventId), homes);
    if (target === null) return [];
    const at = placedAt(target.fact, homes);
    if (unsettled?.homes.has(memberName(at)) === true) return [];
    return tally.takeBack(position, { ...target, fact: at }, program);
  }
  targets?.set(fact.id, { fact, program });
  if (relocationOf(fact) !== null || voids.isVoid(fact, homes)) return [];
  const at = placedAt(fact, homes);
  if (unsettled?.homes.has(memberName(at)) === true) return [];
  return tally.take({ position, fact: at }, program);
}

/** What was taken in with all the rest of its member tells what it brought in the end. */
function tellAnew(events: CommittedEvent[], entries: Changes['entries']): void {
  events.forEach((event, i) => {
    const own = entries.filter(({ position }) => position === event.position);
    if (own.length === 0) return;
    events[i] = {
      ...event,
      entries: own.map(({ rule_id, points, capped, playbook_version }) => ({
        ruleId: rule_id,
        points,
        capped,
        version: playbook_version,
      })),
    };
  });
}

/** Whose events these are, and for whom they count. */
function membersIn(
  placed: readonly Placed[],
  homes: Homes,
  unsettled: Relocating['unsettled'],
): ReadonlySet<string> {
  const members = new Set<string>();
  const add = ({ companyId, userId }: MemberId) => members.add(memberKey(companyId, userId));
  for (const { fact } of placed) {
    add(fact);
    const home = homes.of(fact);
    if (home !== fact) add(home);
  }
  for (const member of [...(unsettled?.homes.values() ?? []), ...(unsettled?.sources.values() ?? [])])
    add(member);
  return members;
}

/** Companies in which something moved that all their people see. */
function companiesIn(
  { standings, companies }: Pick<Changes, 'standings' | 'companies'>,
  placed: readonly Placed[],
  { playbook }: Program,
  homes: Homes,
  unsettled: Relocating['unsettled'],
): string[] {
  const doesTogether = (playbook.quests ?? []).some(({ by }) => by === 'company');
  return [
    ...new Set([
      ...standings.map(({ company_id }) => company_id),
      ...companies.map(({ company_id }) => company_id),
      ...(doesTogether ? placed.map(({ fact }) => homes.of(fact).companyId) : []),
      ...[...(unsettled?.homes.values() ?? [])].map(({ companyId }) => companyId),
    ]),
  ];
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

function merge(answers: readonly GroupAnswer[]): GroupAnswer {
  const commits = answers.flatMap(({ commit }) => (commit === null ? [] : [commit]));
  return {
    outcomes: answers.flatMap(({ outcomes }) => outcomes),
    commit: commits.length === 0 ? null : commits.reduce(both),
  };
}

function both(before: Commit, after: Commit): Commit {
  return {
    first: before.first,
    head: after.head,
    events: [...before.events, ...after.events].slice(-TOLD_LIMIT),
    members: new Set([...before.members, ...after.members]),
    companies: [...new Set([...before.companies, ...after.companies])],
  };
}
