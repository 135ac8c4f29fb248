import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectorSizes, fresh } from '../scripts/readme.mjs';

const README = new URL('../README.md', import.meta.url).pathname;

test('the README states today’s numbers: `node packages/collector/scripts/readme.mjs` puts them in', {
  timeout: 180_000,
}, async () => {
  const text = readFileSync(README, 'utf8');
  expect(await fresh(text)).toBe(text);
});

test('nothing weighs more than it may', { timeout: 180_000 }, async () => {
  const { core, formats, all, script } = await collectorSizes();
  expect(core).toBeLessThanOrEqual(3_400);
  expect(all).toBeLessThanOrEqual(4_400);
  expect(script).toBeLessThanOrEqual(5_800);
  expect(Object.entries(formats).filter(([, bytes]) => bytes > 300)).toEqual([]);
});
