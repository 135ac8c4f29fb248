import { describe, expect, it } from 'vitest';
import { stampFact } from './fact.js';

const event = { id: 'e1', type: 'track', event: 'ship', timestamp: '2026-08-22T23:59:59+05:45' } as const;
const stamp = { companyId: 'acme', role: 'administrator' };

describe('stampFact', () => {
  it('takes the day from the timestamp as the person read it', () => {
    expect(stampFact({ ...event, userId: 'ada' }, stamp)).toEqual({
      id: 'e1',
      event: 'ship',
      userId: 'ada',
      companyId: 'acme',
      role: 'administrator',
      timestamp: '2026-08-22T23:59:59+05:45',
      day: '2026-08-22',
      properties: {},
      context: {},
    });
  });

  it('trusts the stamp, not the event, with the company', () => {
    expect(stampFact({ ...event, userId: 'ada', companyId: 'umbra' }, stamp).companyId).toBe('acme');
  });

  it('lets nobody be another by an anonymousId', () => {
    expect(stampFact({ ...event, anonymousId: 'ada' }, stamp).userId).toBe('');
  });

  it('keeps a page named like an event apart from it', () => {
    expect(stampFact({ ...event, type: 'page', event: 'ship', userId: 'ada' }, stamp).event).toBe('$page');
  });
});
