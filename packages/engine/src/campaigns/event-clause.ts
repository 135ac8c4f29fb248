import type { AudienceCondition, Condition, EventCount, Playbook } from '@waymark/contracts';
import { compileCondition } from '../conditions.js';
import type { Fact } from '../fact.js';
import { leavesIn } from '../leaves.js';
import { contentsOf } from './contents.js';

/** Events that something counts: what a hub keeps a tally of, and nothing more. */
export interface EventClause {
  /** Names it: the same for the same event and condition, however they are written down. */
  readonly key: string;
  readonly event: string;
  readonly where?: Condition | undefined;
}

/** How many events of each clause there were, by clause key and local day. */
export type EventCounts = { readonly [clause: string]: DayCounts };
/** How many there were on each local day. */
export type DayCounts = { readonly [day: string]: number };

/** The key of a clause. */
export function clauseKey(event: string, where: Condition | undefined): string {
  return where === undefined ? event : `${event} ${canonical(where)}`;
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`;
}

/** All events that a playbook's audiences, lifecycles and checklists count, each once, by key; or those counted of one or the other. */
export function eventClausesOf(
  { audiences = [], campaigns = [], lifecycles = [] }: Playbook,
  of?: 'user' | 'company',
): EventClause[] {
  const counted: (Pick<EventClause, 'event' | 'where'> & { readonly by?: 'user' | 'company' | undefined })[] =
    [
      ...audiences.flatMap(({ when }) => countsIn(when)),
      ...campaigns.flatMap(({ audience = {} }) => countsIn(audience)),
      ...lifecycles.flatMap(({ stages, of: by }) =>
        stages.flatMap(({ nodes = [] }) => nodes.map(({ event, where }) => ({ event, where, by }))),
      ),
      ...campaigns
        .flatMap((campaign) => contentsOf(campaign))
        .flatMap(({ content }) => (content.kind === 'checklist' ? content.items : [])),
    ];
  const byKey = new Map<string, EventClause>();
  for (const { event, where, by = 'user' } of counted) {
    if (of !== undefined && by !== of) continue;
    const key = clauseKey(event, where);
    byKey.set(key, { key, event, ...(where !== undefined && { where }) });
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every `$events` in a condition. */
export function countsIn(condition: AudienceCondition): EventCount[] {
  return leavesIn(condition, '').flatMap(({ key, value }) =>
    key === '$events' ? [value as EventCount] : [],
  );
}

/** Tells the keys of the clauses that a fact counts for; compile it once and keep it. */
export function compileEventClauses(clauses: readonly EventClause[]): (fact: Fact) => string[] {
  const byEvent = new Map<string, { key: string; matches: (fact: Fact) => boolean }[]>();
  for (const { key, event, where } of clauses) {
    byEvent.set(event, [...(byEvent.get(event) ?? []), { key, matches: compileCondition(where) }]);
  }
  return (fact) =>
    (byEvent.get(fact.event) ?? []).filter(({ matches }) => matches(fact)).map(({ key }) => key);
}

/** Counts facts by clause and day; one that came twice counts once. */
export function countEvents(clauses: readonly EventClause[], facts: Iterable<Fact>): EventCounts {
  const keysOf = compileEventClauses(clauses);
  const counts: { [clause: string]: { [day: string]: number } } = Object.create(null);
  const seen = new Set<string>();
  for (const fact of facts) {
    if (seen.has(fact.id)) continue;
    seen.add(fact.id);
    for (const key of keysOf(fact)) {
      counts[key] ??= Object.create(null) as { [day: string]: number };
      const days = counts[key];
      days[fact.day] = (days[fact.day] ?? 0) + 1;
    }
  }
  return counts;
}

/** The counts of a clause by day; of one that never came, none. */
export function daysOf(counts: EventCounts, key: string): DayCounts {
  return (Object.hasOwn(counts, key) ? counts[key] : undefined) ?? {};
}
