import type { Condition } from '@waymark/contracts';
import { compileCondition } from './conditions.js';
import { compilePath, type Subject } from './path.js';

/** Why a condition does not hold: which part of it, and what was there instead. */
export interface ConditionFault {
  /** `files.$gte`, `$or`, `$and[1].area` */
  readonly path: string;
  readonly expected: unknown;
  /** What the fact has; undefined where it has nothing, and for `$or` and `$not`, which are about several values. */
  readonly actual?: unknown;
}

/** All parts of a condition that a fact does not satisfy; none when it matches. */
export function conditionFaults(
  condition: Condition | undefined,
  subject: Subject,
  at = '',
): ConditionFault[] {
  return Object.entries(condition ?? {}).flatMap(([key, value]): ConditionFault[] => {
    if (compileCondition({ [key]: value })(subject)) return [];
    const path = at === '' ? key : `${at}.${key}`;
    if (key === '$and') {
      return (value as readonly Condition[]).flatMap((part, i) =>
        conditionFaults(part, subject, `${path}[${i}]`),
      );
    }
    if (key === '$or' || key === '$not') return [{ path, expected: value }];
    const actual = compilePath(key)(subject);
    if (typeof value !== 'object' || value === null) return [{ path, expected: value, actual }];
    return Object.entries(value)
      .filter(([operator, operand]) => !compileCondition({ [key]: { [operator]: operand } })(subject))
      .map(([operator, operand]) => ({ path: `${path}.${operator}`, expected: operand, actual }));
  });
}
