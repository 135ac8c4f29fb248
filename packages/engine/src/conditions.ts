import type { Condition } from '@waymark/contracts';
import { compilePath, type Subject } from './path.js';
import { compilePattern, TEXT_LIMIT } from './pattern.js';

export type { Subject } from './path.js';

/** Whether a fact satisfies a condition. */
export type Predicate = (subject: Subject) => boolean;

type Test = (value: unknown) => boolean;

/** What each operator asks of a value; a missing one is `undefined`, which equals nothing and compares with nothing. */
const OPERATORS: { readonly [operator: string]: (operand: never) => Test } = {
  $eq: (operand: unknown) => (value) => value === operand,
  $ne: (operand: unknown) => (value) => value !== operand,
  $gt: (operand: number) => (value) => typeof value === 'number' && value > operand,
  $gte: (operand: number) => (value) => typeof value === 'number' && value >= operand,
  $lt: (operand: number) => (value) => typeof value === 'number' && value < operand,
  $lte: (operand: number) => (value) => typeof value === 'number' && value <= operand,
  $in: isIn,
  $nin: (operand: readonly unknown[]) => not(isIn(operand)),
  $exists: (operand: boolean) => (value) => (value !== undefined) === operand,
  $regex: (operand: string) => {
    const finds = compilePattern(operand);
    return (value) => typeof value === 'string' && value.length <= TEXT_LIMIT && finds(value);
  },
  $not: (operand: object) => not(all(compileOperators(operand))),
};

function isIn(operand: readonly unknown[]): Test {
  const members = new Set(operand);
  return (value) => members.has(value);
}

function not<T>(test: (subject: T) => boolean): (subject: T) => boolean {
  return (subject) => !test(subject);
}

/**
 * Compiles a condition to a closure; nothing is interpreted any more when facts pass by. Without a condition every
 * fact matches.
 *
 * @throws {TypeError} for an operator that does not exist; a parsed playbook has none.
 * @example compileCondition({ files: { $gte: 3 }, bot: { $ne: true } })(fact)
 */
export function compileCondition(condition: Condition | undefined): Predicate {
  return all(Object.entries(condition ?? {}).map(([key, value]) => compileKey(key, value)));
}

function compileKey(key: string, value: unknown): Predicate {
  if (key === '$and') return all((value as readonly Condition[]).map(compileCondition));
  if (key === '$or') {
    const branches = (value as readonly Condition[]).map(compileCondition);
    return (subject) => {
      for (const branch of branches) if (branch(subject)) return true;
      return false;
    };
  }
  if (key === '$not') return not(compileCondition(value as Condition));
  const read = compilePath(key);
  if (typeof value !== 'object' || value === null) return (subject) => read(subject) === value;
  const test = all(compileOperators(value));
  return (subject) => test(read(subject));
}

/** One test for each operator. */
export function compileOperators(operators: object): Test[] {
  return Object.entries(operators).map(([operator, operand]) => compileOperator(operator, operand));
}

function compileOperator(operator: string, operand: unknown): Test {
  const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (compile === undefined) {
    throw new TypeError(
      `[engine] Expected one of ${Object.keys(OPERATORS).join(' ')}, got "${operator}". Parse the playbook before compiling it.`,
    );
  }
  return compile(operand as never);
}

/** All of several predicates, the first ones asked first. One and two, by far the most frequent, are called without a loop. */
export function all<T>(predicates: readonly ((subject: T) => boolean)[]): (subject: T) => boolean {
  const [first, second] = predicates;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (predicates.length === 2) return (subject) => first(subject) && second(subject);
  return (subject) => {
    for (const predicate of predicates) if (!predicate(subject)) return false;
    return true;
  };
}
