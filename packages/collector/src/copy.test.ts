// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy } from './copy.js';

const plain = (value: unknown) => JSON.parse(JSON.stringify(copy({ value }))).value;

test('what JSON can say is copied as it is, and is the copier’s own', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3, noUnicodeString: true } as never), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'));
      expect(copy(value)).toEqual(value);
    }),
  );
  const given = { list: [1, { deep: 'a' }] };
  const made = copy(given);
  (given.list[1] as { deep: string }).deep = 'b';
  expect(made).toEqual({ list: [1, { deep: 'a' }] });
});

test('whatever comes, nothing is thrown and the rest of the object stays', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withNullPrototype: true,
        withTypedArray: true,
        withSparseArray: true,
      }),
      (value) => {
        expect(JSON.parse(JSON.stringify(copy({ value, after: 1 }))).after).toBe(1);
      },
    ),
  );
});

test('a bigint becomes its digits, a date ISO 8601, a map an object, a set a list, an error its words, a node its name', () => {
  expect(plain(12n)).toBe('12');
  expect(plain(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(plain(new Date(Number.NaN))).toBeNull();
  expect(plain(new Map([['a', { b: 1 }]]))).toEqual({ a: { b: 1 } });
  expect(plain(new Set([1, new Set([2])]))).toEqual([1, [2]]);
  expect(plain(new RangeError('too far'))).toBe('RangeError: too far');
  expect(plain(document.createElement('button'))).toBe('BUTTON');
  expect(plain(new URL('https://a.example/b'))).toBe('https://a.example/b');
});

test('functions, symbols, cycles and getters that throw are left out, one by one', () => {
  const cycle: Record<string, unknown> = { a: 1, f() {}, s: Symbol('s'), u: undefined };
  cycle.self = cycle;
  cycle.list = [cycle, 2];
  Object.defineProperty(cycle, 'bad', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  expect(plain(cycle)).toEqual({ a: 1, list: [null, 2] });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  expect(plain({ revoked: revoked.proxy, b: 1 })).toEqual({ b: 1 });
  expect(
    plain({
      toJSON() {
        throw new Error('no');
      },
    }),
  ).toBeUndefined();
});

test('an own key `__proto__` pollutes nothing', () => {
  const made = copy(JSON.parse('{"__proto__":{"polluted":1},"a":1}'));
  expect(made).toEqual({ a: 1 });
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('texts are cut to 8,192 characters of well-formed Unicode, keys too', () => {
  expect(plain('x'.repeat(10_000_000))).toHaveLength(8_192);
  expect(plain('a\ud800b')).toBe('a\ufffdb');
  expect(plain('😀'.repeat(5_000)).isWellFormed()).toBe(true);
  expect(plain({ 'k\udc00': 1 })).toEqual({ 'k\ufffd': 1 });
});

test('more than a thousand values or nine levels are left out', () => {
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]));
  expect(Object.keys(plain(wide))).toHaveLength(999);
  expect(plain(Array.from({ length: 1_000_000 }, () => 1)).length).toBeLessThan(1_001);
  let deep: unknown = 'end';
  for (let i = 0; i < 1_000; i++) deep = { deep };
  expect(JSON.stringify(plain(deep)).split('deep')).toHaveLength(10);
});
