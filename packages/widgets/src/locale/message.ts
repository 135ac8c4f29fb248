/** A string for people: one text, or one per plural form of the placeholder `{n}`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Strings by key. */
export type Catalog<Key extends string = string> = Readonly<Record<Key, Message>>;

/** What placeholders stand for. */
export interface Params {
  /** The number that picks the plural form. */
  readonly n?: number;
  readonly [name: string]: string | number | undefined;
}

/** Picks the plural form and puts `params` in place of `{placeholders}`; numbers are written by `number`. */
export function fill(
  message: Message,
  params: Params,
  number: (value: number) => string,
  plural: (value: number) => Intl.LDMLPluralRule,
): string {
  const template =
    typeof message === 'string' ? message : (message[plural(Number(params.n ?? 0))] ?? message.other);
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    return value === undefined ? hole : typeof value === 'number' ? number(value) : value;
  });
}
