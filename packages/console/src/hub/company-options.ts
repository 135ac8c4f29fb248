import { useServices } from '../app/services.js';
import { useResource } from './resource.js';

/** Companies to filter by, as values and labels; a vendor with more than a page of them finds the rest by search. */
export function useCompanyOptions(): readonly (readonly [string, string])[] {
  const { api } = useServices();
  const { value } = useResource('companies', (signal) => api.companies({ sort: 'name' }, signal));
  return value?.rows.map(({ companyId, name }) => [companyId, name] as const) ?? [];
}
