import { describe, expect, it } from 'vitest';
import { addressFault, pictureFault } from './address.js';

describe('addresses', () => {
  it.each([
    'https://example.com',
    'http://example.com:8080/a?b=c#d',
    'HTTPS://example.com/',
    'https://例え.jp/説明',
    'mailto:help@example.com',
    'mailto:help@example.com?subject=Hello%20there',
    '/reports/7?tab=a:b',
    './next',
    '../up',
    'reports/7',
    '?page=2',
    '#top',
    '/a//b',
  ])('%s leads somewhere', (address) => {
    expect(addressFault(address)).toBeNull();
  });

  it.each([
    ['', 'expected an address'],
    ['javascript:alert(1)', 'got "javascript:"'],
    ['JaVaScRiPt:alert(1)', 'got "javascript:"'],
    ['java\tscript:alert(1)', 'without spaces'],
    ['java\nscript:alert(1)', 'without spaces'],
    [' javascript:alert(1)', 'without spaces'],
    ['\u0001javascript:alert(1)', 'without spaces'],
    ['java\u200bscript:alert(1)', 'without spaces'],
    ['\ufeffjavascript:alert(1)', 'without spaces'],
    ['data:text/html,<script>alert(1)</script>', 'got "data:"'],
    ['vbscript:x', 'got "vbscript:"'],
    ['blob:https://example.com/x', 'got "blob:"'],
    ['file:///etc/passwd', 'got "file:"'],
    ['tel:+491234', 'got "tel:"'],
    ['view-source:https://example.com', 'got "view-source:"'],
    ['//example.com/x', 'got "//"'],
    ['/\\example.com', 'backslashes'],
    ['\\\\example.com', 'backslashes'],
    ['https:example.com', 'expected a host'],
    ['https:///example.com', 'expected a host'],
    ['https://', 'expected a host'],
    ['https://good.com@evil.com/', 'without a name or password'],
    ['https://user:secret@evil.com', 'without a name or password'],
    ['https://exa mple.com', 'without spaces'],
    ['1javascript:x', 'without ":"'],
    ['mailto:', 'one mail address'],
    ['mailto:a@b.c,d@e.f', 'one mail address'],
    [`/${'a'.repeat(2_000)}`, 'at most 2000'],
  ])('%j is refused', (address, fault) => {
    expect(addressFault(address)).toContain(fault);
  });

  it('pictures do not come by mail', () => {
    expect(pictureFault('mailto:a@b.c')).toContain('got "mailto:"');
    expect(pictureFault('/a.png')).toBeNull();
    expect(pictureFault('data:image/svg+xml,<svg/>')).toContain('got "data:"');
  });
});
