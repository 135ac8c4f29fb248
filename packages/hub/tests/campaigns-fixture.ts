import type { Campaign, Playbook } from '@waymark/contracts';
import { playbookOf } from './fixture.js';

const text = (words: string) => [{ kind: 'text', text: words }];

/** A campaign that is live and shows a banner, changed where a test wants it. */
export function campaignOf(id: string, change: object = {}): object {
  return {
    id,
    name: `The ${id}`,
    status: 'live',
    content: { kind: 'banner', blocks: text(`Hello {{user.name | "you"}} from ${id}`) },
    ...change,
  };
}

/** A tour of one step. */
export function tourOf(id: string, change: object = {}): object {
  return campaignOf(id, {
    content: { kind: 'tour', steps: [{ id: 'one', blocks: text('Here') }] },
    ...change,
  });
}

/** A playbook with these campaigns. */
export function playbookWith(campaigns: readonly object[], change: object = {}): Playbook {
  return playbookOf({ campaigns: campaigns as Campaign[], ...change });
}
