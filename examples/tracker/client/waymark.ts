import type { WorkItem } from './work.js';

declare global {
  interface Window {
    /** Defined by embed.js; until the SDK has arrived it queues. */
    readonly waymark: (command: 'track', event: string, properties: object) => unknown;
  }
}

/** Tells Waymark that a piece of work is done. */
export function trackDone({ event, files, key, project }: WorkItem): void {
  window.waymark('track', event, { files, project: project.name.en, item: key });
}
