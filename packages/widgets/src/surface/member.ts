import type { Snapshot } from '@waymark/contracts';

/** Key under which something is remembered about one person in one company. */
export function memberKey(what: string, snapshot: Snapshot): string {
  return `waymark:${what}:${JSON.stringify([snapshot.company.id, snapshot.user.id])}`;
}
