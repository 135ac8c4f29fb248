/** Longer texts are cut: a receiver takes 32 KiB an event. */
const TEXT_LIMIT = 8_192;
/** Further values are left out, so that no copy becomes a long task. */
const VALUES_LIMIT = 1_000;
/** Receivers take ten levels, and a value in the last. */
const DEPTH_LIMIT = 10;

type Plain = { [name: PropertyKey]: unknown };

let left = 0;

// A lone half of a surrogate pair is no Unicode: PostgreSQL and strict decoders refuse the whole text.
const text = (value: string): string => {
  const cut: string & { toWellFormed?(): string } = value.slice(0, TEXT_LIMIT);
  return cut.toWellFormed?.() ?? cut;
};

// Reads inside `try`, so that a getter that throws costs one value and not its whole object.
const read = (holder: unknown, key: PropertyKey, above: readonly unknown[]): unknown => {
  try {
    const given = (holder as Plain)[key] as Plain | undefined;
    if (above[DEPTH_LIMIT] || above.includes(given)) return undefined;
    const value = given?.toJSON
      ? (given as { toJSON(): unknown }).toJSON()
      : given instanceof Map
        ? Object.fromEntries(given)
        : given instanceof Set
          ? [...given]
          : (given?.nodeName ?? given);
    if (value instanceof Error || /^(st|bi)/.test(typeof value)) return text(`${value}`);
    if (typeof value !== 'object' || !value) return value;
    const path = [...above, given];
    const list = Array.isArray(value) && value.slice(0, left);
    const made = (list ? [] : {}) as Plain;
    for (const name of Object.keys(list || value)) {
      if (name !== '__proto__' && left-- > 0) made[text(name)] = read(value, name, path);
    }
    return made;
  } catch {
    return undefined;
  }
};

/**
 * Takes what JSON can say out of any value, at once, so that later changes to it do not show. Never throws: cycles and
 * getters that throw are left out, as JSON does with functions and symbols; a bigint becomes its digits, a date ISO 8601,
 * a map an object, a set a list, an error its name and message, a DOM node its name.
 */
export const copy = <T>(value: T): T => {
  left = VALUES_LIMIT;
  return read([value], 0, []) as T;
};
