import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { companyName, personName } from '@waymark/example-activity';

/** One line of the activity file. */
export interface ActivityEvent {
  readonly id: string;
  readonly event: string;
  readonly userId: string;
  readonly companyId: string;
  readonly timestamp: string;
  readonly properties: { readonly files: number; readonly bot?: boolean };
}

/** Somebody who can be signed in: a person in a company. */
export interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly events: number;
}

/** A company of the activity. */
export interface DemoCompany {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly counts: { readonly [event: string]: number };
  /** Of each kind of event the latest, newest first. */
  readonly recent: readonly ActivityEvent[];
}

/** What the demo knows of its people: read once, kept in memory. */
export interface DemoWorld {
  /** How many events there are. */
  readonly events: number;
  /** Busiest first. */
  readonly people: readonly DemoPerson[];
  readonly companies: readonly DemoCompany[];
  person(userId: string, companyId: string): DemoPerson | undefined;
  company(companyId: string): DemoCompany | undefined;
}

// Enough for a list one scrolls through, of the rare kinds too.
const RECENT_OF_A_KIND = 40;

/** Reads the activity file, whose lines are sorted by time. */
export function readWorld(file: string): DemoWorld {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as ActivityEvent).reverse();
  const people = new Map<string, DemoPerson>();
  const byCompany = new Map<string, ActivityEvent[]>();
  for (const event of events) {
    const { userId, companyId } = event;
    const key = `${userId}@${companyId}`;
    const before = people.get(key)?.events ?? 0;
    people.set(key, {
      userId,
      companyId,
      name: personName(userId),
      companyName: companyName(companyId),
      events: before + 1,
    });
    const own = byCompany.get(companyId);
    if (own) own.push(event);
    else byCompany.set(companyId, [event]);
  }
  const companies = [...byCompany].map(([id, own]) => companyOf(id, own));
  const company = new Map(companies.map((one) => [one.id, one]));
  return {
    events: events.length,
    people: [...people.values()].sort((a, b) => b.events - a.events),
    companies: companies.sort((a, b) => b.people - a.people),
    person: (userId, companyId) => people.get(`${userId}@${companyId}`),
    company: (id) => company.get(id),
  };
}

function companyOf(id: string, events: readonly ActivityEvent[]): DemoCompany {
  const counts: Record<string, number> = {};
  const recent: ActivityEvent[] = [];
  for (const event of events) {
    const count = (counts[event.event] ?? 0) + 1;
    counts[event.event] = count;
    if (count <= RECENT_OF_A_KIND) recent.push(event);
  }
  const people = new Set(events.map(({ userId }) => userId)).size;
  return { id, name: companyName(id), people, counts, recent };
}
