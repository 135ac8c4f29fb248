import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/fixture.js';
import { parseLines } from './event-lines.js';
import { type Line, readLines } from './lines.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

async function read(content: Uint8Array | string): Promise<Line[]> {
  const path = join(folder.path, 'file');
  writeFileSync(path, content);
  const lines: Line[] = [];
  for await (const block of readLines(path, () => {})) lines.push(...block);
  return lines;
}

describe('lines of a file', () => {
  it.each([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['lines', 'a\nb\n', ['a', 'b']],
    ['empty lines and carriage returns', 'a\r\n\n', ['a\r', '']],
    ['characters that chunks cut apart', `${'名'.repeat(40_000)}\n😀`, ['名'.repeat(40_000), '😀']],
  ])('%s, plain and gzip', async (_, content, texts) => {
    expect((await read(content)).map(({ text }) => text)).toEqual(texts);
    expect((await read(gzipSync(content))).map(({ text }) => text)).toEqual(texts);
  });

  it('passes over a line that is too long, and counts on', async () => {
    const lines = await read(`a\n${'x'.repeat(3_000_000)}\nb`);
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: null },
      { number: 3, text: 'b' },
    ]);
  });

  it('says when a gzip is cut off', async () => {
    const zipped = gzipSync('a\n'.repeat(10_000));
    await expect(read(zipped.subarray(0, zipped.length - 12))).rejects.toThrow();
  });

  it('says when there is no file', async () => {
    await expect(readLines(join(folder.path, 'none'), () => {}).next()).rejects.toThrow('ENOENT');
  });

  it('parses values and names the lines that are none', () => {
    const lines = ['{"a":1}', '', '{', null, ' 2 '].map((text, i) => ({ number: i + 1, text }));
    const { values, numbers, bad } = parseLines(lines);
    expect([values, numbers]).toEqual([
      [{ a: 1 }, 2],
      [1, 5],
    ]);
    expect(bad.map(({ number }) => number)).toEqual([3, 4]);
  });
});
