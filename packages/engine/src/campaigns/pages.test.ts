import { describe, expect, it } from 'vitest';
import { pageMatches } from './pages.js';

describe('pages', () => {
  it.each<[string, string, boolean]>([
    ['/', '/', true],
    ['/', '/a', false],
    ['/a', '/a/', true],
    ['/a/', '/a', true],
    ['/projects/*', '/projects/7', true],
    ['/projects/*', '/projects', false],
    ['/projects/*', '/projects/7/settings', false],
    ['/projects/*/settings', '/projects/7/settings', true],
    ['/reports/**', '/reports', true],
    ['/reports/**', '/reports/a/b/c', true],
    ['/reports/**', '/report/a', false],
    ['/**', '/anything/at/all', true],
    ['/A', '/a', false],
  ])('%s against %s', (page, path, matches) => {
    expect(pageMatches([page], path)).toBe(matches);
  });

  it('are all of them where none is named, else any of them', () => {
    expect(pageMatches(undefined, '/x')).toBe(true);
    expect(pageMatches(['/a', '/b'], '/b')).toBe(true);
  });
});
