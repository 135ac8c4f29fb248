import type { Campaign } from '@waymark/contracts';
import { expect, it } from 'vitest';
import { previewOf } from './preview.js';

it('keeps of a campaign what is shown, on a stage of its own, and nothing that keeps it away', () => {
  const placement = { anchor: { name: 'reports' }, pages: ['/reports'], side: 'top' };
  const step = (id: string, more: object = {}) => ({ id, blocks: [], ...more });
  const campaign = {
    id: 'hello',
    name: 'Hello',
    status: 'paused',
    audience: { $role: 'nobody' },
    limits: ['calm'],
    frequency: { max: 1 },
    placement,
    content: { kind: 'modal', blocks: [] },
    experiment: {
      by: 'user',
      holdout: 50,
      arms: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 1, content: { kind: 'tour', steps: [step('one', { placement }), step('two')] } },
      ],
    },
  } as unknown as Campaign;
  const stage = { anchor: { name: 'waymark-preview' }, side: 'top' };
  expect(previewOf(campaign, 'a')).toEqual({
    id: expect.stringMatching(/^preview-[a-z0-9]+$/),
    name: 'Hello',
    status: 'live',
    content: { kind: 'modal', blocks: [] },
    placement: stage,
  });
  expect(previewOf(campaign, 'b')).toMatchObject({
    content: {
      kind: 'tour',
      steps: [
        { id: 'one', blocks: [], placement: stage },
        { id: 'two', blocks: [] },
      ],
    },
  });
});
