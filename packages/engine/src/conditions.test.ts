import { describe, expect, it } from 'vitest';
import { compileCondition, type Subject } from './conditions.js';

const subject: Subject = {
  event: 'ship',
  userId: 'ada',
  companyId: 'acme',
  role: null,
  properties: { files: 3 },
  context: {},
};

describe('conditions', () => {
  it('match everything when there is none', () => {
    expect(compileCondition(undefined)(subject)).toBe(true);
  });

  it.each(['$near', 'constructor', '__proto__'])('refuse the operator %s and say what to do', (operator) => {
    const condition = JSON.parse(`{"files":{"${operator}":1}}`);
    expect(() => compileCondition(condition)).toThrow(
      `[engine] Expected one of $eq $ne $gt $gte $lt $lte $in $nin $exists $regex $not, got "${operator}". Parse the playbook`,
    );
  });

  it('stay true to own properties on a page whose prototypes were changed', () => {
    Object.defineProperty(Object.prototype, 'bot', { value: true, configurable: true });
    try {
      expect(compileCondition({ bot: { $ne: true } })(subject)).toBe(true);
      expect(compileCondition({ bot: true })(subject)).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'bot');
    }
  });
});
