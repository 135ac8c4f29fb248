import { type Fact, type Homes, type MemberId, type Program, voidedBy } from '@waymark/engine';
import type { Campaigns } from '../campaigns/program.js';
import type { Changes } from '../storage/log.js';
import type { Relocating } from './relocating.js';
import { type Commit, type CommittedEvent, type GroupAnswer, memberKey, TOLD_LIMIT } from './request.js';
import type { Placed } from './tally.js';

/** What was taken in with all the rest of its member tells what it brought in the end. */
export function tellAnew(events: CommittedEvent[], entries: Changes['entries']): void {
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
export function membersIn(
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

/** What a group did, for saying who has to hear of it. */
interface Done {
  readonly changes: Pick<Changes, 'standings' | 'companies'>;
  readonly placed: readonly Placed[];
  readonly homes: Homes;
  readonly unsettled: Relocating['unsettled'];
}

/** Companies in which something moved that all their people see. */
export function companiesIn(done: Done, { playbook }: Program, campaigns: Campaigns): string[] {
  const { changes, placed, homes } = done;
  const doesTogether = (playbook.quests ?? []).some(({ by }) => by === 'company');
  return [
    ...new Set([
      ...changes.standings.map(({ company_id }) => company_id),
      ...changes.companies.map(({ company_id }) => company_id),
      ...(doesTogether ? placed.map(({ fact }) => homes.of(fact).companyId) : []),
      ...relocatedIn(done),
      ...meetingIn(done, campaigns),
    ]),
  ];
}

/** Those in which something may have changed that campaigns ask for of a company: its growth, its traits, what is counted of it. */
export function meetingIn(done: Done, { isEmpty, counted }: Campaigns): string[] {
  if (isEmpty) return [];
  const { changes, placed, homes } = done;
  const isAsked = (fact: Fact) =>
    fact.event === '$group' || voidedBy(fact) !== null || counted.company.events.has(fact.event);
  return [
    ...new Set([
      ...changes.companies.map(({ company_id }) => company_id),
      ...placed.flatMap(({ fact }) => (isAsked(fact) ? [homes.of(fact).companyId] : [])),
      ...relocatedIn(done),
    ]),
  ];
}

function relocatedIn({ unsettled }: Done): string[] {
  return [...(unsettled?.homes.values() ?? [])].map(({ companyId }) => companyId);
}

/** The answers to the parts of a group as one to the whole of it. */
export function merge(answers: readonly GroupAnswer[]): GroupAnswer {
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
    meeting: [...(before.meeting ?? []), ...(after.meeting ?? [])],
    isAnew: before.isAnew === true || after.isAnew === true,
  };
}
