/** One bucket’s aggregate: a count or a sum, or for `distinct` how often each value came and, under `#`, how many there are. */
export type Bucket = number | { readonly [value: string]: number };

/** The buckets of one member that close within one span of time, by bucket key. */
export type Cell = { readonly [bucket: string]: Bucket };

/** One member's state: its cells by span, `all` or a month (`2026-08`). The engine says which span a bucket is in. */
export type Cells = { readonly [span: string]: Cell };
