import { describe, expect, it } from 'vitest';
import { regionOf } from './region.js';

const nothing = { userTraits: {}, companyTraits: {}, timeZone: null, languages: [] };

describe('a region', () => {
  it.each<[object, string | null]>([
    [{}, null],
    [
      { userTraits: { region: 'Nordics' }, companyTraits: { region: 'EMEA' }, timeZone: 'Asia/Tokyo' },
      'Nordics',
    ],
    [{ userTraits: { region: '' }, companyTraits: { region: 'EMEA' } }, 'EMEA'],
    [{ userTraits: { region: 7 }, timeZone: 'Asia/Shanghai', languages: ['en-US'] }, 'CN'],
    [{ timeZone: 'Asia/Calcutta' }, 'IN'],
    [{ timeZone: 'America/Argentina/Buenos_Aires' }, 'AR'],
    [{ timeZone: 'UTC', languages: ['en', 'zh-Hant-TW', 'de-DE'] }, 'TW'],
    [{ timeZone: 'Etc/GMT+3', languages: ['en'] }, null],
    [{ timeZone: 'constructor', languages: ['de-at'] }, 'AT'],
    [{ languages: ['es-419'] }, null],
  ])('of %j is %j', (parts, region) => {
    expect(regionOf({ ...nothing, ...parts })).toBe(region);
  });
});
