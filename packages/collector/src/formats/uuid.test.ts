import { expect, test } from 'vitest';
import { newId } from '../id.js';
import { uuid } from './uuid.js';

test('an event’s own id becomes a UUID that sorts by time; another one stays as it is', () => {
  const ids = Array.from({ length: 100 }, () => uuid(newId()));
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(Math.abs(Number(id.replaceAll('-', '').slice(0, 12)) - Date.now() / 10)).toBeLessThan(1_000);
  }
  expect(new Set(ids).size).toBe(100);
  expect([...ids].sort()).toEqual(ids);
  expect(uuid('mine')).toBe('mine');
  expect(uuid(`${newId()}-2`)).toMatch(/-2$/);
  expect(uuid('17874218761201234567216142113251189')).toBe('17874218-7612-8012-8345-672161421132');
});
