import type { AudienceCondition, Playbook } from '@waymark/contracts';
import {
  type CampaignProgram,
  compileCampaigns,
  compileEventClauses,
  eventClausesOf,
} from '@waymark/engine/campaigns';

/** The campaigns of a playbook made ready, with what deciding about them takes. */
export interface Campaigns {
  readonly playbook: Playbook;
  readonly program: CampaignProgram;
  /** Whether there are none, and nothing is to be decided. */
  readonly isEmpty: boolean;
  /** Which events are counted of persons, and which of companies. */
  readonly counted: { readonly user: Counted; readonly company: Counted };
  /** The longest that an impression of a colleague counts against a limit of the company, in milliseconds; 0 where none does. */
  readonly companyMemory: number;
  /** Whether anybody asks how companies are diagnosed. */
  readonly diagnoses: boolean;
  /** Whether it depends on the hour. */
  readonly hasHours: boolean;
}

/** Events that are counted. */
export interface Counted {
  /** Names of the events. */
  readonly events: ReadonlySet<string>;
  /** The clauses that a fact counts for. */
  readonly keysOf: ReturnType<typeof compileEventClauses>;
  /** Whether the day of the first event is asked for. */
  readonly since: boolean;
}

const HOUR = 3_600_000;

/** Makes a playbook's campaigns ready; do it once and keep it. */
export function prepareCampaigns(playbook: Playbook): Campaigns {
  const { audiences = [], campaigns = [], lifecycles = [], limitGroups = [] } = playbook;
  const counted = (of: 'user' | 'company'): Counted => {
    const clauses = campaigns.length === 0 ? [] : eventClausesOf(playbook, of);
    return {
      events: new Set(clauses.map(({ event }) => event)),
      keysOf: compileEventClauses(clauses),
      since: campaigns.length > 0 && lifecycles.some((lifecycle) => lifecycle.of === of),
    };
  };
  const byCompany = limitGroups.flatMap(({ limits }) => limits).filter(({ by }) => by === 'company');
  const companyMemory = Math.max(0, ...byCompany.map(({ hours }) => hours * HOUR));
  const asked = [
    ...audiences.map(({ when }) => when),
    ...campaigns.map(({ audience = {} }) => audience),
  ].flatMap(keysIn);
  return {
    playbook,
    program: compileCampaigns(playbook),
    isEmpty: campaigns.length === 0,
    counted: { user: counted('user'), company: counted('company') },
    companyMemory,
    diagnoses: asked.some((key) => key === '$weakest' || key.startsWith('$diagnosis.')),
    hasHours: campaigns.some(({ schedule }) => schedule?.hours !== undefined),
  };
}

function keysIn(condition: AudienceCondition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === '$and' || key === '$or') return (value as readonly AudienceCondition[]).flatMap(keysIn);
    return key === '$not' ? keysIn(value as AudienceCondition) : [key];
  });
}
