import type { Diagnosis } from '@waymark/engine/campaigns';
import type { ReadContext } from '../read/context.js';
import type { Campaigns } from './program.js';

/** How companies stand among those at their level. */
export interface Diagnoses {
  of(companyId: string): Promise<Diagnosis | null>;
}

export function createDiagnoses(_context: ReadContext, _campaigns: Campaigns): Diagnoses {
  return { of: async () => null };
}
