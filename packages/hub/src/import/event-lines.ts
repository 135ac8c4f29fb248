import type { Line } from './lines.js';

/** A line that holds no event, and why. */
export interface BadLine {
  readonly number: number;
  readonly message: string;
}

/** The JSON values of a block of lines and the numbers of their lines; empty lines are passed over. */
export interface ParsedLines {
  readonly values: readonly unknown[];
  readonly numbers: readonly number[];
  readonly bad: readonly BadLine[];
}

/** Parses lines as JSON, one value a line. */
export function parseLines(lines: readonly Line[]): ParsedLines {
  const values: unknown[] = [];
  const numbers: number[] = [];
  const bad: BadLine[] = [];
  for (const { number, text } of lines) {
    if (text === null) {
      bad.push({ number, message: 'expected an event, got a line longer than any event may be' });
      continue;
    }
    const json = text.trim();
    if (json === '') continue;
    try {
      values.push(JSON.parse(json));
      numbers.push(number);
    } catch (error) {
      bad.push({ number, message: `expected JSON: ${(error as Error).message}` });
    }
  }
  return { values, numbers, bad };
}
