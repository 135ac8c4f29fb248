import { describe, expect, it } from 'vitest';
import { cyclesIn, faultOf, importsOf } from './imports.mjs';

describe('the import check', () => {
  it('tells run-time, type and lazy imports apart', () => {
    const text = `import type { A } from 'a';\nimport { type B } from 'b';\nimport { c } from 'c';\nconst d = () => import('d');\nexport * from './e.js';`;
    expect(importsOf(text)).toEqual([
      { from: 'a', kind: 'types' },
      { from: 'b', kind: 'types' },
      { from: 'c', kind: 'run' },
      { from: './e.js', kind: 'run' },
      { from: 'd', kind: 'lazy' },
    ]);
  });

  it('refuses the engine a clock library, the sdk an eager widget and a widget the engine', () => {
    expect(faultOf('engine', { from: 'dayjs', kind: 'run' })).toContain('may not know');
    expect(faultOf('sdk', { from: '@waymark/widgets/user-center', kind: 'run' })).toContain('import()');
    expect(faultOf('sdk', { from: '@waymark/widgets/user-center', kind: 'lazy' })).toBeNull();
    expect(faultOf('sdk', { from: 'preact', kind: 'run' })).toContain('may not know');
    expect(faultOf('widgets', { from: '@waymark/engine', kind: 'run' })).toContain('may not know');
    expect(faultOf('collector', { from: '@waymark/contracts', kind: 'run' })).toContain('import type');
  });

  it('finds a cycle and leaves a diamond alone', () => {
    const cycle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(cyclesIn(cycle)).toEqual([['a', 'b', 'c', 'a']]);
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(cyclesIn(diamond)).toEqual([]);
  });
});
