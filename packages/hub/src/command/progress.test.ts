import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.js';

function shown(isTTY: boolean) {
  let text = '';
  let clock = 0;
  const progress = createProgress(
    {
      isTTY,
      columns: 100,
      write: (part: string) => {
        text += part;
      },
    },
    () => clock,
  );
  for (let i = 1; i <= 10; i++) {
    clock += 300;
    progress.show({ bytes: i * 10, total: 100, events: i * 1_000, seconds: i });
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('is a bar on a terminal', () => {
    const text = shown(true);
    expect(text.match(/\r/g)).toHaveLength(11);
    expect(text).toContain(`${'█'.repeat(28)} 100%  10,000 events  1,000/s`);
    expect(text.endsWith('\n')).toBe(true);
  });
  it('is a line now and then elsewhere', () => {
    const lines = shown(false).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)?.trim()).toBe('100%  10,000 events  1,000/s');
  });
  it('shows nothing when there was nothing', () => {
    let text = '';
    createProgress({
      write: (part: string) => {
        text += part;
      },
    }).end();
    expect(text).toBe('');
  });
});
