import type { Event } from '@waymark/contracts';

// A lone half of a surrogate pair is no Unicode: PostgreSQL and strict decoders refuse the whole text. JSON.stringify
// writes it as an escape, where it can be told from a backslash that stands before the letters by itself.
const LONE = /(\\\\)|\\ud[89a-f][0-9a-f]{2}/g;

/** An event as JSON, in well-formed Unicode. */
export function eventText(event: Event): string {
  const text = JSON.stringify(event);
  return text.includes('\\ud') ? text.replace(LONE, (_, slashes) => slashes ?? '\ufffd') : text;
}
