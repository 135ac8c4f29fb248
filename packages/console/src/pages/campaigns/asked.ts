import type { AudienceCondition, Condition, EventCount } from '@waymark/contracts';
import type { Words } from '../../words/en.js';

type AskedWords = Words['asked'];
type Tree = AudienceCondition | Condition;

/** A condition as a sentence: `role is administrator, and events share of the person in 7 days is under 1`. */
export function askedText(condition: Tree | undefined, words: AskedWords): string {
  const [only, ...others] = Object.entries(condition ?? {});
  // Alternatives that stand alone need nothing to hold them together.
  if (only?.[0] === '$or' && others.length === 0) return words.any(listed(only[1], words));
  return allText(condition ?? {}, words);
}

function allText(condition: Tree, words: AskedWords): string {
  const parts = Object.entries(condition).map(([key, value]) => partText(key, value, words));
  return parts.length === 0 ? words.everybody : words.all(parts);
}

/** One key of a condition in words. */
export function partText(key: string, value: unknown, words: AskedWords): string {
  if (key === '$and') return words.group(words.all(listed(value, words)));
  if (key === '$or') return words.group(words.any(listed(value, words)));
  if (key === '$not') return words.not(words.group(askedText(value as Tree, words)));
  if (key === '$audience') return words.audience(String(value));
  if (key !== '$events') return operatorsText(key, thingText(key, words), value, words);
  const { event, where, by = 'user', days, count } = value as EventCount;
  const thing = words.count(event, where === undefined ? null : askedText(where, words), by, days ?? null);
  return operatorsText(key, thing, count ?? { $gte: 1 }, words);
}

/** A value as it is read: levels by the number that people see, yes and no in words. */
export function valueText(key: string, value: unknown, words: AskedWords): string {
  if (value === undefined || value === null) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const shown = typeof value === 'number' && LEVELS.includes(key) ? value + 1 : value;
  return typeof shown === 'string' ? shown : JSON.stringify(shown);
}

/** What conditions know by its index, and people by its number. */
const LEVELS = ['$level', '$companyLevel'];

function listed(value: unknown, words: AskedWords): string[] {
  return (value as readonly Tree[]).map((part) => allText(part, words));
}

function thingText(key: string, words: AskedWords): string {
  const plain = Object.hasOwn(words.things, key) ? words.things[key] : undefined;
  if (plain !== undefined) return plain;
  const [, root = '', name = ''] = /^\$([a-z]+)\.(.+)$/.exec(key) ?? [];
  const say = Object.hasOwn(words.named, root) ? words.named[root] : undefined;
  return say === undefined ? words.property(key) : say(name);
}

function operatorsText(key: string, thing: string, asked: unknown, words: AskedWords): string {
  const value = (one: unknown) => valueText(key, one, words);
  if (typeof asked !== 'object' || asked === null) return words.operators.$eq(thing, value(asked));
  const parts = Object.entries(asked).map(([operator, operand]: [string, unknown]) => {
    if (operator === '$not') return words.not(words.group(operatorsText(key, thing, operand, words)));
    if (operator === '$exists') return operand === true ? words.known(thing) : words.unknown(thing);
    const values = Array.isArray(operand) ? words.any(operand.map(value)) : value(operand);
    const say = Object.hasOwn(words.operators, operator) ? words.operators[operator] : undefined;
    return say === undefined ? `${thing} ${operator} ${values}` : say(thing, values);
  });
  return words.all(parts);
}
