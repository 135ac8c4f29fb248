import type { MemberId } from '../../hub/api.js';
import type { Filters } from '../../route.js';

/** The person that an address names; null for none. */
export function whomIn({ user, company = '' }: Filters): MemberId | null {
  return user === undefined ? null : { companyId: company, userId: user };
}

/** How an address names a person; null for none. */
export function whomFilters(whom: MemberId | null): Filters {
  return { user: whom?.userId ?? '', company: whom?.companyId ?? '' };
}
