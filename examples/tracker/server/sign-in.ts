import type { DemoPerson, DemoWorld } from './activity.js';

/** Who is signed in when the address names nobody: active until lately, in the middle of the levels, with colleagues. */
export const DEFAULT_SIGN_IN = 'u_9f85a8515e@c_27fc822b';

/** The person an `as=u_…@c_…` names. There is no password: this is a demo. */
export function signedIn(world: DemoWorld, as: unknown): DemoPerson | undefined {
  if (typeof as !== 'string') return undefined;
  const [userId = '', companyId = ''] = as.split('@', 2);
  return world.person(userId, companyId);
}
