// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { browserContext, gather } from './context.js';

afterEach(() => vi.useRealTimers());

test('providers are asked when the page has changed, or after a while, and not once an event', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  document.title = 'Home';
  const theme = vi.fn(() => ({ theme: 'dark' }));
  const context = gather(theme, () => ({ plan: 'pro' }));
  expect(context()).toEqual({ theme: 'dark', plan: 'pro' });
  context();
  expect(theme).toHaveBeenCalledTimes(1);
  document.title = 'Reports';
  context();
  expect(theme).toHaveBeenCalledTimes(2);
  vi.setSystemTime(20_000);
  context();
  expect(theme).toHaveBeenCalledTimes(3);
});

test('the browser’s context tells page, language, time zone and screen', () => {
  document.title = 'Reports';
  expect(browserContext()).toMatchObject({
    page: { url: expect.any(String), title: 'Reports', referrer: '' },
    locale: expect.any(String),
    timezone: expect.any(String),
    screen: { width: expect.any(Number) },
  });
});
