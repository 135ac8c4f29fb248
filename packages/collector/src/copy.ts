import type { Json, JsonObject } from '@waymark/contracts';

/** Longer texts are cut: a receiver takes 32 KiB an event. */
const TEXT_LIMIT = 8_192;
/** Further values are left out, so that no copy becomes a long task. */
const VALUES_LIMIT = 1_000;
/** Receivers take ten levels, two of which are the event's own. */
const DEPTH_LIMIT = 8;

type Holder = { readonly [key: PropertyKey]: unknown };

/**
 * Takes what JSON can say out of any value, at once, so that later changes to it do not show. Never throws: what cannot
 * be said (functions, symbols, cycles, getters that throw) is left out; a bigint becomes its digits, a date ISO 8601, a
 * map an object, a set a list, an error its name and message, a DOM node its name.
 */
export function copy(value: unknown): Json | undefined {
  const above: unknown[] = [];
  let left = VALUES_LIMIT;

  // Reading from the holder inside `try` is what makes a throwing getter cost one value and not its whole object.
  function read(holder: unknown, key: PropertyKey): Json | undefined {
    const depth = above.length;
    left--;
    try {
      const value = (holder as Holder)[key];
      if (value === null || value === true || value === false) return value;
      if (typeof value === 'string') return value.slice(0, TEXT_LIMIT);
      if (typeof value === 'number') return value;
      if (typeof value === 'bigint') return `${value}`;
      if (typeof value === 'object' && depth < DEPTH_LIMIT && !above.includes(value)) {
        above.push(value);
        return inside(value);
      }
    } catch {
      // What cannot be read is left out.
    } finally {
      above.length = depth;
    }
    return undefined;
  }

  function inside(value: object): Json | undefined {
    if ('toJSON' in value) return read([(value as Date).toJSON()], 0);
    if ('nodeName' in value) return read(value, 'nodeName');
    if (value instanceof Error) return fields(value, ['name', 'message']);
    if (value instanceof Map) return inside(Object.fromEntries(value));
    const list = value instanceof Set ? [...value] : value;
    if (Array.isArray(list)) return list.slice(0, left).map((_, index) => read(list, index) ?? null);
    return fields(value, Object.keys(value));
  }

  function fields(value: object, keys: readonly string[]): JsonObject {
    const made: JsonObject = {};
    for (const key of keys) {
      if (left < 1) break;
      const one = key === '__proto__' ? undefined : read(value, key);
      if (one !== undefined) made[key] = one;
    }
    return made;
  }
  return read([value], 0);
}
