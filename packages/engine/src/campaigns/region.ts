import type { Profile } from './profile.js';
import { countryOfZone } from './zones.js';

/**
 * Where a person is: the vendor's trait `region` of the person, else of the company; else the country of their time zone,
 * else that of the first language that names one, in two letters. Never looked up by an address of the network.
 */
export function regionOf(
  profile: Pick<Profile, 'userTraits' | 'companyTraits' | 'timeZone' | 'languages'>,
): string | null {
  for (const traits of [profile.userTraits, profile.companyTraits]) {
    const said = Object.hasOwn(traits, 'region') ? traits.region : null;
    if (typeof said === 'string' && said !== '') return said;
  }
  const country = profile.timeZone === null ? null : countryOfZone(profile.timeZone);
  if (country !== null) return country;
  for (const language of profile.languages) {
    const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})(?:-|$)/.exec(language)?.[1];
    if (region !== undefined) return region.toUpperCase();
  }
  return null;
}
