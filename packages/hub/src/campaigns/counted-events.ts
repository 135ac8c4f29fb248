import type { EventCounts } from '@waymark/engine/campaigns';
import { storedFact } from '../record/placed-event.js';
import type { LoggedRow } from './logged-rows.js';
import type { Counted } from './program.js';

/** What is counted of a person or a company, as far as the log was read. */
export interface EventTally {
  readonly events: EventCounts;
  /** The local day of the first event; null before it, and where nobody asks. */
  readonly since: string | null;
  add(row: LoggedRow): void;
}

/** In the body of an event, before anything that its sender can make up. */
const DAY = /"timestamp":"(\d{4}-\d\d-\d\d)/;

/** Begins with nothing. */
export function createEventTally({ events: names, keysOf, since: asksForSince }: Counted): EventTally {
  const events: { [clause: string]: { [day: string]: number } } = {};
  const mayCount = needlesOf(names);
  let since: string | null = null;
  return {
    events,
    get since() {
      return since;
    },
    add(row) {
      const { body } = row;
      if (asksForSince) {
        const day = DAY.exec(body)?.[1] ?? null;
        if (day !== null && (since === null || day < since)) since = day;
      }
      if (!mayCount(body)) return;
      const fact = storedFact(row);
      for (const key of keysOf(fact)) {
        events[key] ??= {};
        const days = events[key];
        days[fact.day] = (days[fact.day] ?? 0) + 1;
      }
    },
  };
}

/** Whether a body can be one of these events; most need not be taken apart to see that they are none. */
export function needlesOf(names: ReadonlySet<string>): (body: string) => boolean {
  const needles = [...names].flatMap((name) => {
    const whole = JSON.stringify(name);
    return name.startsWith('$') ? [whole, `"type":"${name.slice(1)}"`] : [whole];
  });
  return (body) => needles.some((needle) => body.includes(needle));
}
