import { compilePlaybook, createFold, stampFact, windowKeys } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUGHT, RUNS } from './generated.js';

/** Half and three quarters of an hour, either side of the date line, summer time of an hour and of half an hour. */
const ZONES = [
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Yangon',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
];

const MINUTE = 60_000;
const clocks = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  ]),
);

/** What the person's wall shows, as a time of UTC. */
function wallTime(time: number, zone: string): number {
  const parts = clocks.get(zone)?.formatToParts(time) ?? [];
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** A moment as a device in that zone writes it: the time on the wall, and how far that is from UTC. */
function written(time: number, zone: string): { timestamp: string; day: string } {
  const wall = wallTime(time, zone);
  const offset = Math.round((wall - time) / MINUTE);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  const text = new Date(wall).toISOString();
  return {
    timestamp: `${text.slice(0, 19)}${offset < 0 ? '-' : '+'}${hours}:${minutes}`,
    day: text.slice(0, 10),
  };
}

const zones = fc.constantFrom(...ZONES);
/** Any second of thirty-seven years. */
const times = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1_000, max: Date.UTC(2037, 0, 1) / 1_000 })
  .map((seconds) => seconds * 1_000);

function dayOf(timestamp: string): string {
  const event = { id: 'e', type: 'track', event: 'ship', userId: 'ada', timestamp } as const;
  return stampFact(event, { companyId: '', role: null }).day;
}

/** The mistake seen most: the day in Greenwich. */
function utcDayOf(timestamp: string): string {
  return new Date(timestamp).toISOString().slice(0, 10);
}

function agreesWithIntl(day: (timestamp: string) => string) {
  return fc.property(times, zones, (time, zone) => {
    const { timestamp, day: expected } = written(time, zone);
    expect(day(timestamp)).toBe(expected);
  });
}

describe('the local day', () => {
  it('is the one that Intl tells in fifteen zones', () => {
    fc.assert(agreesWithIntl(dayOf), RUNS);
  });

  it('in UTC is caught by that', () => {
    expect(fc.check(agreesWithIntl(utcDayOf), CAUGHT).failed).toBe(true);
  });

  it('holds all the year round', () => {
    for (const zone of ZONES) {
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 3); time += 150 * MINUTE) {
        const { timestamp, day } = written(time, zone);
        if (dayOf(timestamp) !== day) expect({ zone, timestamp }).toBe(day);
      }
    }
  });

  it('gives a daily limit once a day, on days of 23, 24 and 25 hours alike', () => {
    const rule = { id: 'r', name: 'R', event: 'ship', points: 1, outcome: 'value' as const };
    const limited = {
      ...rule,
      measure: { kind: 'count' as const },
      limit: { per: 'day' as const, points: 1 },
    };
    const program = compilePlaybook({
      specVersion: 1,
      id: 'p',
      version: 1,
      name: 'P',
      benefits: [],
      badges: [],
      rankings: [],
      rules: [limited],
      levels: [{ at: 0, title: 'New', benefits: [] }],
    });
    for (const zone of ZONES) {
      const folding = createFold(program);
      const days = new Set<string>();
      let points = 0;
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 200 * MINUTE) {
        const { timestamp, day } = written(time, zone);
        days.add(day);
        const event = { id: `${time}`, type: 'track', event: 'ship', userId: 'ada', timestamp } as const;
        for (const award of folding.push(stampFact(event, { companyId: '', role: null }))) {
          if (award.kind === 'points') points += award.points;
        }
      }
      expect({ zone, points }).toEqual({ zone, points: days.size });
    }
  });

  it('lies in a week whose year is that of its Thursday, at every new year', () => {
    for (let year = 1900; year < 2200; year++) {
      const [first, last] = [windowKeys(`${year}-01-01`).week, windowKeys(`${year}-12-31`).week];
      expect(windowKeys(`${year}-01-04`).week).toBe(`${year}-W01`);
      expect([`${year}-W01`, `${year - 1}-W52`, `${year - 1}-W53`]).toContain(first);
      expect([`${year + 1}-W01`, `${year}-W52`, `${year}-W53`]).toContain(last);
    }
  });
});
