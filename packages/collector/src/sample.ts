import type { Middleware } from './api.js';

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), mixed so that its upper bits are as good as the lower. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/**
 * Keeps the events of a part of the people, `0` to `1`: all events of a person or none, today as tomorrow. Says so in
 * each event (`context.sampled`), so that counts can be scaled up. Who somebody is (identify, group, alias) is always kept.
 */
export function sample(part: number): Middleware {
  return (event) => {
    if (event.type !== 'track' && event.type !== 'page') return event;
    const share = hash(event.userId ?? event.anonymousId ?? '') / 2 ** 32;
    return share < part ? { ...event, context: { ...event.context, sampled: part } } : null;
  };
}
