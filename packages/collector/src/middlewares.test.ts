import type { Event } from '@waymark/contracts';
import { expect, test } from 'vitest';
import type { Kept } from './record.js';
import { redact } from './redact.js';
import { sample } from './sample.js';
import { schemas } from './schemas.js';
import { scrubUrls } from './scrub-urls.js';
import { session } from './session.js';

const device = (): Kept => ({ me: { anonymousId: 'a' }, seq: 0, dropped: {} });

const event: Event = {
  id: '1',
  type: 'track',
  event: 'report.exported',
  userId: 'u1',
  timestamp: '2026-08-22T20:04:36.000+01:00',
  properties: { rows: 3, email: 'a@b.example', deep: [{ email: 'c@d.example', ok: true }] },
  context: { page: { url: 'https://me:secret@app.example/a?token=1&utm_source=x#top', referrer: '' } },
};

test('redact leaves out fields by name at any depth, and nothing else', () => {
  expect(redact('email')(event, device())).toEqual({
    ...event,
    properties: { rows: 3, deep: [{ ok: true }] },
  });
});

test('scrubUrls keeps only the parameters named', () => {
  const made = scrubUrls('utm_source')(event, device()) as Event;
  expect(made.context?.page).toEqual({ url: 'https://app.example/a?utm_source=x', referrer: '' });
  expect(made.properties).toEqual(event.properties);
  const bare = scrubUrls()(
    {
      ...event,
      properties: { links: ['//x.example/?a=1', 'http://[broken?secret=1'] },
    },
    device(),
  ) as Event;
  expect(bare.properties).toEqual({ links: ['https://x.example/', ''] });
});

test('sample keeps all events of a person or none, about as many people as asked, and says so', () => {
  const part = sample(0.25);
  const keep = (one: Event) => part(one, device());
  const people = Array.from({ length: 4_000 }, (_, i) => `user-${i}`);
  const kept = people.filter((userId) => keep({ ...event, userId }));
  expect(kept.length).toBeGreaterThan(880);
  expect(kept.length).toBeLessThan(1_120);
  for (const userId of kept.slice(0, 50))
    expect(keep({ ...event, userId, id: 'other', event: 'x' })).toBeTruthy();
  expect((keep({ ...event, userId: kept[0] as string }) as Event).context?.sampled).toBe(0.25);
  expect(people.filter((userId) => !keep({ ...event, type: 'identify', userId }))).toEqual([]);
});

test('schemas say what is wrong and let the event pass', () => {
  const said: string[] = [];
  const validate = (value: unknown) =>
    typeof (value as { rows: unknown }).rows === 'number'
      ? { value }
      : { issues: [{ message: 'Expected a number', path: [{ key: 'rows' }] }] };
  const looks = schemas({ 'report.exported': { '~standard': { validate } } }, (message) =>
    said.push(message),
  );
  const check = (one: Event) => looks(one, device());
  expect(check(event)).toBe(event);
  expect(said).toEqual([]);
  const bad = { ...event, properties: { rows: 'ten' } };
  expect(check(bad)).toBe(bad);
  check({ ...event, event: 'report.exportde' });
  expect(said).toEqual([
    '[collector] "report.exported" properties.rows: Expected a number',
    '[collector] Expected a schema for "report.exportde", got none. Add it, or check the name.',
  ]);
});

test('a session lasts as long as there is something to tell, and is known to the next page', () => {
  const now = device();
  const told = (id: string, minutes: number, on = session()) => {
    const timestamp = new Date(minutes * 60_000).toISOString();
    return (on({ ...event, id, timestamp }, now) as Event).context?.session;
  };
  expect(told('1', 100)).toBe('1');
  expect(told('2', 129)).toBe('1');
  expect(told('3', 158)).toBe('1');
  expect(told('4', 189)).toBe('4');
  // A clock that was set back begins another one, too.
  expect(told('5', 10)).toBe('5');
  expect(told('6', 11, session(30_000))).toBe('6');
  expect((session()(event, now) as Event).context?.page).toEqual(event.context?.page);
});
