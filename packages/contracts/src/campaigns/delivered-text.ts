import * as v from 'valibot';
import { addressFault } from './address.js';
import type { Inline, TextTree, Variable } from './text-tree.js';

/** A text as it crosses the wire: everything that was the person's own is in it already. */
export type DeliveredText = readonly DeliveredPart[];
type DeliveredPart = Settled<TextTree[number]>;
/** A piece of a line without places to be filled. */
export type DeliveredInline = Settled<Exclude<Inline, Variable>>;

/** The same without variables, all the way down. */
type Settled<T> = T extends Variable
  ? never
  : T extends readonly (infer Item)[]
    ? readonly Settled<Item>[]
    : T extends object
      ? { readonly [key in keyof T]: Settled<T[key]> }
      : T;

const text = v.pipe(v.string(), v.maxLength(10_000, 'expected at most 10000 characters'));
const many = <const S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(5_000));

/** Schema of a piece; it lies in others at most five deep. */
function inlineSchema(depth: number): v.GenericSchema<DeliveredInline> {
  const of =
    depth === 0 ? v.pipe(v.array(v.never()), v.maxLength(0)) : many(v.lazy(() => inlineSchema(depth - 1)));
  const href = v.pipe(
    v.string(),
    v.check(
      (address) => addressFault(address) === null,
      'expected http, https, mailto or a relative address',
    ),
  );
  return v.variant('kind', [
    v.strictObject({ kind: v.literal('text'), text }),
    v.strictObject({ kind: v.literal('code'), text }),
    v.strictObject({ kind: v.literal('break') }),
    v.strictObject({ kind: v.literal('strong'), of }),
    v.strictObject({ kind: v.literal('emphasis'), of }),
    v.strictObject({ kind: v.literal('link'), href, of }),
  ]) as v.GenericSchema<DeliveredInline>;
}

const line = many(inlineSchema(5));

/** Schema of {@link DeliveredText}. */
export const deliveredTextSchema: v.GenericSchema<DeliveredText> = v.pipe(
  v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('paragraph'), of: line }),
      v.strictObject({ kind: v.literal('heading'), level: v.picklist([1, 2, 3]), of: line }),
      v.strictObject({ kind: v.literal('list'), ordered: v.boolean(), items: many(line) }),
    ]),
  ),
  v.maxLength(5_000),
);
