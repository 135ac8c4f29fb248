// @vitest-environment happy-dom
import type { Event } from '@waymark/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import type { Inspection } from './api.js';
import { own } from './formats/own.js';
import { later } from './later.js';
import { signed } from './signed.js';

const options = { endpoint: '/v1/batch', key: 'k' };
const inspection = (events: readonly Partial<Event>[], userId?: string): Inspection => ({
  consent: 'granted',
  waiting: events.length,
  queue: new Map(events.map((event) => [`${event.id}`, JSON.stringify(event)])),
  dropped: {},
  seq: 0,
  anonymousId: 'a',
  userId,
});

afterEach(() => vi.unstubAllGlobals());

test('where the browser has no fetchLater, options stay as they are', () => {
  expect(later(options)).toBe(options);
});

test('the browser holds what waits now and nothing older; what has to wait for another person stays out', () => {
  const held: { body: string; signal: AbortSignal }[] = [];
  vi.stubGlobal('fetchLater', (_: string, init: { body: string; signal: AbortSignal }) => held.push(init));
  const onChange = vi.fn();
  const made = later({ ...options, onChange, format: signed(own(), () => 'jwt') });
  made.onChange?.(inspection([{ id: '1', userId: 'u' }], 'u'), []);
  expect(held[0]?.signal.aborted).toBe(false);
  expect(onChange).toHaveBeenCalledTimes(1);
  made.onChange?.(
    inspection(
      [
        { id: '2', userId: 'u' },
        { id: '3', userId: 'v' },
      ],
      'v',
    ),
    [],
  );
  expect(held[0]?.signal.aborted).toBe(true);
  expect(JSON.parse(held[1]?.body ?? '').events).toEqual([{ id: '3', userId: 'v' }]);
  made.onChange?.(inspection([]), []);
  expect(held).toHaveLength(2);
  expect(held[1]?.signal.aborted).toBe(true);
  made.onChange?.(inspection([{ id: '4' }]), []);
  dispatchEvent(new CustomEvent('pagehide'));
  expect(held[2]?.signal.aborted).toBe(true);
});
