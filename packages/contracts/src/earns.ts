import * as v from 'valibot';
import { slugSchema } from './identifier.js';
import type { Problem } from './problem.js';
import { positiveSchema } from './whole.js';

/** Schema of {@link Earns}. */
export const earnsSchema = v.pipe(
  v.record(slugSchema, positiveSchema),
  v.minEntries(1, 'expected at least one currency'),
);

/** So much of which spendable currency, by its id. */
export type Earns = v.InferOutput<typeof earnsSchema>;

/** Faults of everything in a list that earns what is no currency. */
export function earnsProblems(
  list: string,
  items: readonly { readonly earns?: Earns | undefined }[],
  currencies: ReadonlySet<string>,
): Problem[] {
  return items.flatMap(({ earns = {} }, i) =>
    Object.keys(earns).flatMap((id) => currencyProblems(`${list}[${i}].earns.${id}`, id, currencies)),
  );
}

/** The fault of a name that no currency has. */
export function currencyProblems(path: string, id: string, currencies: ReadonlySet<string>): Problem[] {
  return currencies.has(id) ? [] : [{ path, message: `expected the id of a currency, got "${id}"` }];
}
