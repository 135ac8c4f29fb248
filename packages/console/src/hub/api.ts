import type {
  CampaignDetail,
  CampaignList,
  CompanyDetail,
  CompanyRow,
  Correction,
  CorrectionAnswer,
  DecisionRequest,
  DecisionView,
  ErrorBody,
  EventExplanation,
  HubOverview,
  Page,
  PersonDetail,
  PersonRow,
  PushAnswer,
  PushRequest,
  SilentEvent,
  SimulationReport,
} from '@waymark/contracts';
import type { Session } from '../session.js';

/** Why the hub gave no answer: `status` 0 means it was not reached. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a list of people or companies can be asked for. */
export interface ListQuery {
  readonly search?: string | undefined;
  readonly company?: string | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A person in a company. */
export interface MemberId {
  readonly companyId: string;
  readonly userId: string;
}

/** What is to be corrected, of whom. The same id again does nothing more. */
export type AskedCorrection = Correction & {
  readonly id?: string | undefined;
  readonly companyId: string;
  readonly userId: string;
  readonly operator?: string | undefined;
};

/** The hub's admin API as the console knows it. */
export interface Api {
  overview(signal?: AbortSignal): Promise<HubOverview>;
  people(query: ListQuery, signal?: AbortSignal): Promise<Page<PersonRow>>;
  person(companyId: string, userId: string, cursor?: string, signal?: AbortSignal): Promise<PersonDetail>;
  companies(query: ListQuery, signal?: AbortSignal): Promise<Page<CompanyRow>>;
  company(companyId: string, signal?: AbortSignal): Promise<CompanyDetail>;
  /** Events of a person that brought nothing. */
  silentEvents(
    companyId: string,
    userId: string,
    cursor?: string,
    signal?: AbortSignal,
  ): Promise<Page<SilentEvent>>;
  /** Why an event brought what it brought. */
  event(eventId: string, signal?: AbortSignal): Promise<EventExplanation>;
  correct(asked: AskedCorrection): Promise<CorrectionAnswer>;
  /** Tries a draft of the playbook on the log; takes as long as that takes. */
  simulate(
    asked: { readonly playbook: unknown; readonly days: number | null },
    signal?: AbortSignal,
  ): Promise<SimulationReport>;
  campaigns(signal?: AbortSignal): Promise<CampaignList>;
  campaign(campaignId: string, signal?: AbortSignal): Promise<CampaignDetail>;
  /** Why a campaign comes to a person, or not. */
  why(campaignId: string, whom: MemberId, signal?: AbortSignal): Promise<DecisionView>;
  /** What all campaigns would do with a person, at a page and a time; nothing is logged. */
  decide(asked: DecisionRequest, signal?: AbortSignal): Promise<DecisionView>;
  push(campaignId: string, asked: PushRequest): Promise<PushAnswer>;
  /** Opens the live stream after a position; resolves when the hub has accepted it. */
  live(lastEventId: string | null, signal: AbortSignal): Promise<Response>;
}

/** Talks to the admin API under `base`, for example `https://hub.example/waymark/admin/v1/`. */
export function createApi(base: URL, session: Session): Api {
  async function ask(
    path: string,
    query: object,
    signal?: AbortSignal,
    headers = {},
    body?: unknown,
  ): Promise<Response> {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, String(value));
    const token = session.token.get();
    const response = await reach(url, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      cache: 'no-store',
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (response.ok) return response;
    // Only the token that was refused is put away: another may have come in meanwhile.
    if (response.status === 401 && session.token.get() === token) session.signOut(true);
    throw new HubProblem(response.status, await messageOf(response));
  }
  const get = async <T>(path: string, query: object, signal?: AbortSignal): Promise<T> =>
    (await ask(path, query, signal)).json() as Promise<T>;
  const post = async <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
    (await ask(path, {}, signal, { 'content-type': 'application/json' }, body)).json() as Promise<T>;
  const id = (text: string) => encodeURIComponent(text);
  return {
    overview: (signal) => get('overview', {}, signal),
    people: (query, signal) => get('people', query, signal),
    person: (companyId, userId, cursor, signal) =>
      get(`people/${id(companyId)}/${id(userId)}`, { cursor }, signal),
    silentEvents: (companyId, userId, cursor, signal) =>
      get(`people/${id(companyId)}/${id(userId)}/silent-events`, { cursor }, signal),
    event: (eventId, signal) => get(`events/${id(eventId)}`, {}, signal),
    correct: (asked) => post('corrections', asked),
    simulate: (asked, signal) => post('simulations', asked, signal),
    companies: (query, signal) => get('companies', query, signal),
    company: (companyId, signal) => get(`companies/${id(companyId)}`, {}, signal),
    campaigns: (signal) => get('campaigns', {}, signal),
    campaign: (campaignId, signal) => get(`campaigns/${id(campaignId)}`, {}, signal),
    why: (campaignId, whom, signal) => get(`campaigns/${id(campaignId)}/why`, whom, signal),
    decide: (asked, signal) => post('decisions', asked, signal),
    push: (campaignId, asked) => post(`campaigns/${id(campaignId)}/pushes`, asked),
    live: (lastEventId, signal) =>
      ask('live', {}, signal, {
        accept: 'text/event-stream',
        ...(lastEventId !== null && { 'last-event-id': lastEventId }),
      }),
  };
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new HubProblem(0, error instanceof Error ? error.message : String(error));
  }
}

async function messageOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  return body?.error?.message ?? `${response.status} ${response.statusText}`;
}
