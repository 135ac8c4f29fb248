// Runs around every test file of the code, since files share processes: whoever leaves one of these other than it was
// fails there and then, and is no riddle in whatever file comes next.
import { afterAll, expect, vi } from 'vitest';

const GLOBALS = ['fetch', 'setTimeout', 'clearTimeout', 'Date', 'navigator', 'indexedDB', 'localStorage'];

const seen = () => ({
  ...Object.fromEntries(
    GLOBALS.map((name) => {
      const { value, get } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
      return [name, get ?? value];
    }),
  ),
  'Date.now': Date.now,
  'Math.random': Math.random,
  'the time zone': process.env.TZ,
});

const before = seen();

afterAll(() => {
  expect(vi.isFakeTimers(), 'Expected a real clock after the file: call `vi.useRealTimers()`.').toBe(false);
  const after = seen();
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(
    changed,
    'Expected these to be put back, as by `vi.unstubAllGlobals()` or `vi.unstubAllEnvs()`.',
  ).toEqual([]);
});
