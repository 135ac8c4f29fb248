/** One thing that a condition asks for, where it asks. */
export interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** A condition on facts or on people. */
type Tree = { readonly [key: string]: unknown };

/** Everything that a condition asks for, be it under `$and`, `$or` or `$not`; named audiences are asked for by name. */
export function leavesIn(condition: Tree, path: string): Leaf[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (key === '$and' || key === '$or') {
      return (value as readonly Tree[]).flatMap((part, i) => leavesIn(part, `${at}[${i}]`));
    }
    return key === '$not' ? leavesIn(value as Tree, at) : [{ path: at, key, value }];
  });
}
