import type { WorkEvent } from './work.js';

/** Something a colleague did. */
export interface Activity {
  readonly id: string;
  readonly event: WorkEvent;
  readonly userId: string;
  readonly name: string;
  readonly timestamp: string;
  readonly files: number;
  readonly bot: boolean;
}

/** What the overview shows of a company. */
export interface CompanyActivity {
  /** Newest first. */
  readonly items: readonly Activity[];
  readonly people: number;
  readonly counts: { readonly [event in WorkEvent]?: number };
}

/** Somebody to sign in as. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly events: number;
}

/** People found, and the companies to narrow them by. */
export interface PeopleFound {
  readonly people: readonly Person[];
  readonly total: number;
  readonly companies: readonly { readonly id: string; readonly name: string; readonly people: number }[];
}

async function get<T>(path: string, query: Record<string, string>, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, { signal });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json() as Promise<T>;
}

/** What happened in a company lately. */
export const loadActivity = (company: string, signal: AbortSignal): Promise<CompanyActivity> =>
  get('/demo/activity', { company }, signal);

/** People by name or id, those with most to show first. */
export const findPeople = (search: string, company: string, signal: AbortSignal): Promise<PeopleFound> =>
  get('/demo/people', { search, company }, signal);
