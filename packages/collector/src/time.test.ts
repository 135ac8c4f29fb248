import { isTimestamp } from '@waymark/contracts';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { localTime } from './time.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/St_Johns',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  // Zones whose name in words is an offset, too.
  'Africa/Casablanca',
  'Etc/GMT+5',
];

test.each(zones)('in %s the text names the same moment, the local day, and passes the contract', (zone) => {
  vi.stubEnv('TZ', zone);
  vi.useFakeTimers({ toFake: ['Date'] });
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) }), (time) => {
      vi.setSystemTime(time);
      const text = localTime();
      expect(Date.parse(text)).toBe(time);
      expect(isTimestamp(text)).toBe(true);
      const day = new Date(time);
      const local = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) =>
        `${part}`.padStart(2, '0'),
      );
      expect(text.slice(0, 10)).toBe(local.join('-'));
    }),
    { numRuns: 200 },
  );
});
