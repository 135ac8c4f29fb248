import { describe, expect, it } from 'vitest';
import { looksOf } from './look-alikes.js';

describe('a name', () => {
  it.each([
    ['Anna Petrova', 'Аnnа Реtrоvа'],
    ['OTTO', 'ΟΤΤΟ'],
    ['Marek', 'Маrеk'],
    ['night owl', 'Nıght Owl'.replace('ı', 'і')],
    ['Ｎina', 'Nina'],
    ['Zoë', 'Zoё'],
  ])('%j looks like %j', (one, other) => {
    expect(looksOf(one)).toBe(looksOf(other));
  });

  it.each([
    ['Anna', 'Ann'],
    ['Иван', 'Ivan'],
    ['静静的白鹭', '白鹭'],
    ['Елена', 'Elena'],
  ])('%j looks unlike %j', (one, other) => {
    expect(looksOf(one)).not.toBe(looksOf(other));
  });
});
