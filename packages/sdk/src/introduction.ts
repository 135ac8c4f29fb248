import type { Collector } from '@waymark/collector';
import type { JsonObject } from '@waymark/contracts';
import type { Described, Options } from './options.js';

/**
 * Says who is using and for whom they work. A page load is no news: nothing is sent when the collector still knows both
 * and nothing about them has changed since they were last introduced on this device.
 */
export function introduce(
  collector: Pick<Collector, 'identify' | 'group' | 'inspect'>,
  { key, user, company }: Pick<Options, 'key' | 'user' | 'company'>,
): void {
  const known = collector.inspect();
  const words = JSON.stringify([user, company]);
  const place = `waymark-${key}/introduced`;
  const isOld = known.userId === user?.id && known.companyId === company?.id && remembered(place) === words;
  if (isOld) return;
  if (user !== undefined) collector.identify(user.id, traitsOf(user));
  if (company !== undefined) collector.group(company.id, traitsOf(company));
  remember(place, words);
}

function traitsOf({ name, traits }: Described): JsonObject {
  return { ...(name !== undefined && { name }), ...traits };
}

function remembered(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function remember(place: string, words: string): void {
  try {
    localStorage.setItem(place, words);
  } catch {
    // Where storage is refused, the next page introduces them again.
  }
}
