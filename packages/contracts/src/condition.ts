import * as v from 'valibot';
import { patternFault } from './pattern.js';
import { shown } from './shown.js';

/**
 * A predicate over a fact. A bare key is a property of the event (`files`, nested as `pull.size`); `role`, `companyId`,
 * `userId` and `event` are the fact's own, reached as `$role`, `$companyId`, `$userId`, `$event`; `$user.…` and
 * `$company.…` are traits as they were when the fact was accepted, and `context.…` is where it came from. A plain value
 * means equality; several keys mean all of them.
 *
 * @example { "files": { "$gte": 3 }, "bot": { "$ne": true } }
 */
export type Condition = { readonly [key: string]: ConditionValue };

/** A scalar (equality), an object of operators, or for `$and`/`$or` a list and for `$not` one condition. */
export type ConditionValue = Scalar | Operators | readonly Condition[] | Condition;

/** What a property can be compared with. */
export type Scalar = string | number | boolean | null;

/**
 * Comparison operators; several in one object mean all of them. Ordering works on numbers. `$regex` finds a pattern
 * anywhere in a text of at most 256 characters; it takes what can be matched in linear time.
 */
export interface Operators {
  readonly $eq?: Scalar | undefined;
  readonly $ne?: Scalar | undefined;
  readonly $gt?: number | undefined;
  readonly $gte?: number | undefined;
  readonly $lt?: number | undefined;
  readonly $lte?: number | undefined;
  readonly $in?: readonly Scalar[] | undefined;
  readonly $nin?: readonly Scalar[] | undefined;
  readonly $exists?: boolean | undefined;
  readonly $regex?: string | undefined;
  readonly $not?: Operators | undefined;
}

const NUMERIC = ['$gt', '$gte', '$lt', '$lte'];
const LISTS = ['$in', '$nin'];
const FACT_KEYS = ['$role', '$companyId', '$userId', '$event'];
const TRAIT = /^\$(?:user|company)\../;
const OPERATORS = '$eq $ne $gt $gte $lt $lte $in $nin $exists $regex $not';
const DEPTH = 8;

/** What a condition may name beside `$and`, `$or` and `$not`. */
export interface Vocabulary {
  /** What is wrong with a key, or null when there is such a thing. */
  keyFault(key: string): string | null;
  /** What is wrong with the value of a key that takes neither a scalar nor operators; undefined for all other keys. */
  valueFaults?(key: string, value: unknown): readonly Fault[] | undefined;
}

/** What is wrong with a condition, and where in it. */
export interface Fault {
  readonly keys: readonly (string | number)[];
  readonly message: string;
}

const OF_FACTS: Vocabulary = {
  keyFault: (key) =>
    key.startsWith('$') && !FACT_KEYS.includes(key) && !TRAIT.test(key)
      ? `expected a property, $and, $or, $not, ${FACT_KEYS.join(', ')}, $user.… or $company.…`
      : null,
};

/** A schema of conditions in some vocabulary: checked by a walk, because their shape depends on their keys. */
export function conditionSchemaOf<T>(vocabulary: Vocabulary) {
  return v.pipe(
    v.custom<T>(isObject, (issue) => `expected an object of conditions, got ${shown(issue.input)}`),
    v.rawCheck<T>(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const fault of faultsOf(dataset.value, [], 0, vocabulary)) {
        addIssue({ message: fault.message, path: issuePath(dataset.value, fault.keys) as never });
      }
    }),
  );
}

/** Schema of {@link Condition}. */
export const conditionSchema = conditionSchemaOf<Condition>(OF_FACTS);

function faultsOf(
  input: unknown,
  keys: readonly (string | number)[],
  depth: number,
  vocabulary: Vocabulary,
): Fault[] {
  if (!isObject(input)) return [{ keys, message: `expected an object of conditions, got ${shown(input)}` }];
  if (depth > DEPTH) return [{ keys, message: `expected at most ${DEPTH} levels of $and, $or and $not` }];
  return Object.entries(input).flatMap(([key, value]) => {
    const at = [...keys, key];
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value)) return [{ keys: at, message: `expected a list, got ${shown(value)}` }];
      return value.flatMap((inner, i) => faultsOf(inner, [...at, i], depth + 1, vocabulary));
    }
    if (key === '$not') return faultsOf(value, at, depth + 1, vocabulary);
    const fault = vocabulary.keyFault(key);
    if (fault !== null) return [{ keys: at, message: fault }];
    const its = vocabulary.valueFaults?.(key, value);
    if (its !== undefined) return its.map((one) => ({ ...one, keys: [...at, ...one.keys] }));
    return isObject(value) ? operatorFaults(value, at, depth) : scalarFaults(value, at);
  });
}

function operatorFaults(
  operators: Record<string, unknown>,
  keys: readonly (string | number)[],
  depth: number,
): Fault[] {
  if (depth > DEPTH) return [{ keys, message: `expected at most ${DEPTH} levels of $and, $or and $not` }];
  return Object.entries(operators).flatMap(([operator, value]) => {
    const at = [...keys, operator];
    if (operator === '$eq' || operator === '$ne') return scalarFaults(value, at);
    if (NUMERIC.includes(operator)) {
      return Number.isFinite(value) ? [] : [{ keys: at, message: `expected a number, got ${shown(value)}` }];
    }
    if (operator === '$exists') {
      if (typeof value === 'boolean') return [];
      return [{ keys: at, message: `expected true or false, got ${shown(value)}` }];
    }
    if (LISTS.includes(operator)) {
      if (!Array.isArray(value)) return [{ keys: at, message: `expected a list, got ${shown(value)}` }];
      return value.flatMap((item, i) => scalarFaults(item, [...at, i]));
    }
    if (operator === '$regex') {
      const fault = typeof value === 'string' ? patternFault(value) : `expected a text, got ${shown(value)}`;
      return fault === null ? [] : [{ keys: at, message: fault }];
    }
    if (operator === '$not') {
      if (isObject(value)) return operatorFaults(value, at, depth + 1);
      return [{ keys: at, message: `expected an object of operators, got ${shown(value)}` }];
    }
    return [{ keys: at, message: `expected one of ${OPERATORS}` }];
  });
}

function scalarFaults(value: unknown, keys: readonly (string | number)[]): Fault[] {
  const fits = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  return fits
    ? []
    : [{ keys, message: `expected a text, a number, true, false or null, got ${shown(value)}` }];
}

function issuePath(input: unknown, keys: readonly (string | number)[]): object[] | undefined {
  return keys.length === 0
    ? undefined
    : keys.map((key) => ({ type: 'unknown', origin: 'value', input, key, value: undefined }));
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
