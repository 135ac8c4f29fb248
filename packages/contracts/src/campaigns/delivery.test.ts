import { describe, expect, it } from 'vitest';
import { describeProblems } from '../problem.js';
import { type Delivery, parseDeliveries } from './delivery.js';
import { parseImpression } from './impression.js';

const block = { kind: 'text', text: [{ kind: 'paragraph', of: [{ kind: 'text', text: 'Hi' }] }] } as const;
const delivery: Delivery = {
  campaignId: 'hello',
  version: 3,
  arm: null,
  channel: 'interrupt',
  language: 'en',
  triggers: [{ kind: 'load' }],
  placement: {},
  content: { kind: 'modal', blocks: [block] },
  snooze: 24,
  limits: ['hello'],
};
const wire = (change: object) => ({
  deliveries: [{ ...delivery, ...change }],
  standby: [],
  allowances: { hello: 1 },
});

function faults(input: unknown): string {
  const parsed = parseDeliveries(input);
  return parsed.ok ? 'none' : describeProblems(parsed.problems);
}

describe('what crosses the wire to a browser', () => {
  it('is taken as it is', () => {
    expect(parseDeliveries(wire({}))).toEqual({ ok: true, value: wire({}) });
  });

  it.each<[object, string]>([
    [{ audience: { $role: 'administrator' } }, 'deliveries[0].audience: expected no such key'],
    [{ goal: { event: 'x', days: 1 } }, 'deliveries[0].goal: expected no such key'],
    [
      { triggers: [{ kind: 'node', lifecycle: 'a', node: 'b', change: 'left' }] },
      'deliveries[0].triggers[0].kind: expected one of',
    ],
    [{ content: { kind: 'modal', blocks: ['<b>'] } }, 'deliveries[0].content.blocks[0]: expected an object'],
    [
      { content: { kind: 'modal', blocks: [{ kind: 'text', text: 'Hi' }] } },
      'deliveries[0].content.blocks[0].text: expected a list',
    ],
    [inline({ kind: 'variable', name: 'user.name', fallback: '' }), 'expected one of "text", "code"'],
    [
      inline({ kind: 'link', href: 'javascript:x', of: [] }),
      'of[0].href: expected http, https, mailto or a relative address',
    ],
    [inline(deep(6)), 'expected no such key'],
    [
      { content: { kind: 'modal', blocks: [{ kind: 'image', src: 'blob:x', alt: '' }] } },
      'blocks[0].src: expected http',
    ],
  ])('%j is refused', (change, message) => {
    expect(faults(wire(change))).toContain(message);
  });

  it('has allowances that are counts', () => {
    expect(faults({ ...wire({}), allowances: { hello: -1 } })).toContain(
      'allowances.hello: expected at least 0',
    );
  });
});

function inline(piece: object) {
  return {
    content: { kind: 'modal', blocks: [{ kind: 'text', text: [{ kind: 'paragraph', of: [piece] }] }] },
  };
}

function deep(depth: number): object {
  return depth === 0 ? { kind: 'text', text: 'x' } : { kind: 'strong', of: [deep(depth - 1)] };
}

describe('impressions', () => {
  it('keep what they know', () => {
    const parsed = parseImpression({
      campaignId: 'hello',
      kind: 'answered',
      question: 'q',
      answer: ['a', 'b'],
      more: 1,
    });
    expect(parsed).toEqual({
      ok: true,
      value: { campaignId: 'hello', kind: 'answered', question: 'q', answer: ['a', 'b'] },
    });
  });

  it.each<[object, string]>([
    [{ campaignId: 'hello', kind: 'opened' }, 'kind: expected one of "entered"'],
    [{ campaignId: 'No', kind: 'shown' }, 'campaignId: expected lower case words'],
    [{ campaignId: 'hello', kind: 'answered', answer: 'a'.repeat(2_001) }, 'answer: expected at most 2000'],
  ])('%j is refused', (input, message) => {
    const parsed = parseImpression(input);
    expect(parsed.ok ? '' : describeProblems(parsed.problems)).toContain(message);
  });
});
