import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { EVENT_BYTES_LIMIT } from '@waymark/contracts';

/** One line of a file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Null when the line is longer than any event may be. */
  readonly text: string | null;
}

const NEWLINE = 10;
const GZIP = [0x1f, 0x8b];
/** An event's JSON may be spaced out; its size itself is checked later. */
const LINE_LIMIT = 4 * EVENT_BYTES_LIMIT;

/** Reads a file, plain or gzip, as blocks of lines; `onRead` hears how many of its bytes are read. A broken gzip throws. */
export async function* readLines(path: string, onRead: (bytes: number) => void): AsyncGenerator<Line[]> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let number = 0;

  const take = (part: Buffer): Line => {
    number++;
    const bytes = heldBytes + part.length;
    const text = bytes > LINE_LIMIT ? null : Buffer.concat([...held, part]).toString('utf8');
    held = [];
    heldBytes = 0;
    return { number, text };
  };
  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    // Of a line that is too long only its length is kept.
    if (heldBytes <= LINE_LIMIT) held.push(part);
    else held = [];
  };

  for await (const chunk of await openPlain(path, onRead)) {
    const block: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      block.push(take(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
    if (block.length > 0) yield block;
  }
  if (heldBytes > 0) yield [take(Buffer.alloc(0))];
}

async function openPlain(path: string, onRead: (bytes: number) => void): Promise<AsyncIterable<Buffer>> {
  const zipped = await isGzip(path);
  const file = createReadStream(path);
  let read = 0;
  file.on('data', (chunk) => {
    read += chunk.length;
    onRead(read);
  });
  if (!zipped) return file as AsyncIterable<Buffer>;
  const gunzip = createGunzip();
  file.once('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip) as Readable as AsyncIterable<Buffer>;
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && GZIP.every((byte, i) => buffer[i] === byte);
  } finally {
    await file.close();
  }
}
