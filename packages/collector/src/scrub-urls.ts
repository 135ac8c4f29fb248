import type { Event, Json } from '@waymark/contracts';
import type { Middleware } from './api.js';

const URL_START = /^(?:https?:)?\/\//i;

/** Takes user name, password, fragment and query out of every URL in an event, but for the query parameters named. */
export function scrubUrls(...keep: readonly string[]): Middleware {
  const scrub = (text: string): string => {
    if (!URL_START.test(text)) return text;
    try {
      const url = new URL(text, 'https://relative');
      const query = [...url.searchParams].filter(([name]) => keep.includes(name));
      url.search = `${new URLSearchParams(query)}`;
      url.username = url.password = url.hash = '';
      return url.href;
    } catch {
      return '';
    }
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return scrub(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner as Json)]));
  };
  return (event) => clean(event) as Event;
}
