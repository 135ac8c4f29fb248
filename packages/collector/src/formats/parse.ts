import type { Event } from '@waymark/contracts';

/** The events of a batch as objects, for formats that write them otherwise. */
export const parse = (events: readonly string[]): Event[] => events.map((text) => JSON.parse(text));
