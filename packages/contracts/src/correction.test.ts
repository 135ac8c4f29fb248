import { describe, expect, it } from 'vitest';
import { CORRECTIONS, parseCorrection } from './correction.js';
import { describeProblems } from './problem.js';

describe('corrections', () => {
  it.each([
    { event: '$void', properties: { eventId: 'e1' } },
    { event: '$adjust', properties: { points: -40, reason: 'Counted twice' } },
    { event: '$adjust', properties: { companyPoints: 500, reason: 'Welcome' } },
    { event: '$adjust', properties: { currency: 'credits', amount: 50, reason: 'Sorry' } },
    { event: '$refund', properties: { redemptionId: 'hub:r1', reason: 'Sold out after all' } },
    { event: '$fulfill', properties: { redemptionId: 'hub:r1' } },
    { event: '$grant', properties: { badge: 'speaker', tier: 'gold', reason: 'Spoke at the summit' } },
    { event: '$revoke', properties: { badge: 'speaker', tier: 'gold' } },
    { event: '$move', properties: { companyId: 'umbra', reason: 'The company was split' } },
    { event: '$merge', properties: { userId: 'ada@acme.example' } },
    { event: '$pause', properties: { from: '2026-08-03', to: '2026-08-21', reason: 'Holiday' } },
    { event: '$pause', properties: { from: '2028-01-01', to: '2028-12-31' } },
  ])('%j is one', (correction) => {
    expect(CORRECTIONS).toContain(correction.event);
    expect(parseCorrection({ ...correction, id: 'c1', timestamp: '2026-08-22T10:00:00Z' }).ok).toBe(true);
  });

  it.each([
    [{ event: '$void', properties: {} }, 'properties.eventId: expected'],
    [
      { event: '$adjust', properties: { points: 0, reason: 'x' } },
      'properties: expected points, companyPoints or an amount',
    ],
    [
      { event: '$adjust', properties: { points: 1.5, reason: 'x' } },
      'properties.points: expected a whole number',
    ],
    [
      { event: '$adjust', properties: { amount: 5, reason: 'x' } },
      'properties.amount: expected `currency` and `amount` together',
    ],
    [
      { event: '$adjust', properties: { points: 1, currency: 'credits', reason: 'x' } },
      'properties.amount: expected `currency` and `amount` together',
    ],
    [{ event: '$refund', properties: {} }, 'properties.redemptionId: expected'],
    [{ event: '$adjust', properties: { points: 5 } }, 'properties.reason: expected'],
    [
      { event: '$adjust', properties: { points: 2e9, reason: 'x' } },
      'properties.points: expected at most 1000000000',
    ],
    [
      { event: '$grant', properties: { badge: 'b', tier: 'tin' } },
      'properties.tier: expected one of "bronze"',
    ],
    [{ event: '$move', properties: { companyId: '' } }, 'properties.companyId: expected an id, got ""'],
    [{ event: '$move', properties: { userId: 'ada' } }, 'properties.companyId: expected'],
    [{ event: '$merge', properties: {} }, 'properties.userId: expected'],
    [
      { event: '$merge', properties: { userId: 'ada', companyId: 'umbra' } },
      'properties.companyId: expected no such key',
    ],
    [{ event: '$pause', properties: { from: '2026-08-21' } }, 'properties.to: expected'],
    [{ event: '$pause', properties: { from: '2026-02-30', to: '2026-03-01' } }, 'properties.from: expected'],
    [
      { event: '$pause', properties: { from: '2026-08-21', to: '2026-08-20' } },
      'properties.to: expected a day that is not before',
    ],
    [
      { event: '$pause', properties: { from: '2026-01-01', to: '2027-01-02' } },
      'properties.to: expected at most 366 days',
    ],
    [{ event: '$forget', properties: {} }, 'event: expected one of "$void"'],
  ])('%j is refused', (correction, message) => {
    const parsed = parseCorrection(correction);
    expect(parsed.ok ? 'none' : describeProblems(parsed.problems)).toContain(message);
  });
});
