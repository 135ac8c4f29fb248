import type { Bucket, Cell, Cells } from '@waymark/contracts';
import { rememberByDay } from './days.js';
import { slotsOf } from './windows.js';

/** A bucket that its owner may change. */
export type DraftBucket = number | { [value: string]: number };
/** A cell that its owner may change. */
export type DraftCell = { [bucket: string]: DraftBucket };
/** Cells that their owner may change, and hands to `advance` to be changed. */
export type DraftCells = { [span: string]: DraftCell };

/** The span of lifetime buckets. */
export const LIFETIME = 'all';
/** The bucket of all points ever granted, in the lifetime cell. */
export const GROWTH = 'growth';
/** The bucket of all points ever brought to the company, in the lifetime cell. */
export const COMPANY = 'company';
/** The bucket that counts events, in the lifetime cell. */
export const EVENTS = 'events';
/** Where a `distinct` bucket keeps how many values it holds; values themselves begin with their type. */
export const SIZE = '#';

const rememberedSpans = rememberByDay((day): readonly string[] => {
  const slots = slotsOf(day);
  const month = slots.month.span;
  const weekMonth = slots.week.span;
  return month === weekMonth ? [LIFETIME, month] : [LIFETIME, month, weekMonth];
});

/**
 * The spans whose cells a fact of a local day can touch: `all`, its month, and the month of its ISO week's Thursday.
 *
 * @example spansOf('2026-08-31') // ["all", "2026-08", "2026-09"]
 */
export function spansOf(day: string): readonly string[] {
  return rememberedSpans(day);
}

/** How much a bucket holds: its count or sum, or its number of distinct values. */
export function amountIn(bucket: Bucket | undefined): number {
  return typeof bucket === 'object' ? (bucket[SIZE] ?? 0) : (bucket ?? 0);
}

/** A member's growth value. */
export function growthOf(cells: Cells): number {
  return amountIn(cells[LIFETIME]?.[GROWTH]);
}

/** What a member has brought the company; a company's own growth value is the sum of it over its members. */
export function companyGrowthOf(cells: Cells): number {
  return amountIn(cells[LIFETIME]?.[COMPANY]);
}

/** How many events of a member were folded. */
export function eventsOf(cells: Cells): number {
  return amountIn(cells[LIFETIME]?.[EVENTS]);
}

/**
 * A record without a prototype. Engines keep those as hash tables from the start: a plain object that is used as one
 * would get a hidden class for every key it ever meets (measured: three times slower, twice the memory).
 */
export function emptyRecord<T>(): { [key: string]: T } {
  return Object.create(null);
}

/** Adds to a bucket of a span and returns what it holds now; what comes to nothing is not kept. */
export function increase(draft: DraftCells, span: string, key: string, by: number): number {
  const cell = draft[span];
  const amount = add(amountIn(cell?.[key]), by);
  if (cell && amount) cell[key] = amount;
  else keep(draft, span, key, amount || undefined);
  return amount;
}

/** Writes a bucket, or takes away one that holds nothing any more, and its cell with the last one. */
export function keep(draft: DraftCells, span: string, key: string, bucket: DraftBucket | undefined): void {
  let cell = draft[span];
  if (bucket !== undefined) {
    if (cell === undefined) {
      cell = emptyRecord();
      draft[span] = cell;
    }
    cell[key] = bucket;
    return;
  }
  if (cell === undefined) return;
  delete cell[key];
  for (const _ in cell) return;
  delete draft[span];
}

/** Adds to a part of a bucket of the lifetime cell: a part that comes to nothing goes, and the bucket with its last one. */
export function increasePart(draft: DraftCells, key: string, part: string, by: number): void {
  const held = draft[LIFETIME]?.[key];
  const bucket = typeof held === 'object' ? held : emptyRecord<number>();
  const amount = add(bucket[part] ?? 0, by);
  if (amount === 0) delete bucket[part];
  else bucket[part] = amount;
  keep(draft, LIFETIME, key, isEmpty(bucket) ? undefined : bucket);
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}

/** Adds two amounts, and stays at the largest exact integer: saturation commutes, rounding would not. */
export function add(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

/** A copy that may be changed, of these spans; the others are shared. */
export function draftOf(cells: Cells, spans: readonly string[]): DraftCells {
  const draft = Object.assign(emptyRecord<DraftCell>(), cells);
  for (const span of spans) {
    const cell = cells[span];
    if (cell !== undefined) draft[span] = draftCell(cell);
  }
  return draft;
}

function draftCell(cell: Cell): DraftCell {
  const draft = emptyRecord<DraftBucket>();
  for (const key of Object.keys(cell)) {
    const bucket = cell[key] as Bucket;
    draft[key] = typeof bucket === 'object' ? Object.assign(emptyRecord<number>(), bucket) : bucket;
  }
  return draft;
}

/** Cells as text, the same for equal cells whatever order they came to be in: keys sorted by UTF-16 code units. */
export function canonicalCells(cells: Cells): string {
  return canonical(cells);
}

function canonical(value: number | { readonly [key: string]: unknown }): string {
  if (typeof value === 'number') return String(value);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as never)}`);
  return `{${parts.join(',')}}`;
}
