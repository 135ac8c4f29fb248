import type { Event } from '@waymark/contracts';

const base = {
  userId: 'u-1',
  anonymousId: 'device-1',
  companyId: 'acme',
  timestamp: '2026-08-22T20:04:36.120+01:00',
  context: {
    page: { url: 'https://app.example/r?x=1', title: 'Reports', referrer: 'https://app.example/' },
    locale: 'zh-CN',
    timezone: 'Europe/London',
    session: 's-1',
  },
} as const;

/** One event of each type, with every kind of value: for the tests of formats. */
export const examples: readonly Event[] = [
  {
    ...base,
    id: 'e1',
    type: 'track',
    event: 'report.exported',
    seq: 1,
    properties: {
      rows: 12,
      share: 0.5,
      ok: true,
      none: null,
      name: '报告 "q"\n😀',
      tags: ['a', 1, null],
      deep: { a: { b: [] } },
    },
  },
  { ...base, id: 'e2', type: 'identify', seq: 2, traits: { plan: 'pro' } },
  { ...base, id: 'e3', type: 'group', seq: 3, traits: { seats: 40 } },
  { ...base, id: 'e4', type: 'page', event: 'Reports', seq: 4 },
  { ...base, id: 'e5', type: 'alias', previousId: 'device-1', seq: 5 },
  { id: 'e6', type: 'track', event: 'bare', anonymousId: 'device-1', timestamp: '2026-08-22T19:04:36.000Z' },
];
