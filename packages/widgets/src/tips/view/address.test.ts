// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { safeAddress } from './address.js';

it.each(['https://example.com/a', 'mailto:a@example.com', 'tel:+123', '/here?x=1', 'there#top'])(
  'lets %s pass',
  (address) => {
    expect(safeAddress(address)).toBe(address);
  },
);

it.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'http://[',
  { toString: () => 'javascript:alert(1)' },
])('keeps %s out', (address) => {
  expect(safeAddress(address)).toBeUndefined();
});
