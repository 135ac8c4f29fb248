/** A text ready to be drawn as nodes: paragraphs, headings and lists of pieces. */
export type TextTree = readonly TextPart[];

/** A part of a text that stands on lines of its own. */
export type TextPart =
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/** A piece within a line. A link's address has passed the rule of `addressFault`. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong'; readonly of: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly of: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly of: readonly Inline[] }
  | Variable;

/** A place for something of the person's own; the hub puts it in, so that a browser meets none. */
export interface Variable {
  readonly kind: 'variable';
  /** `user.name`, `company.plan`, `level`, `growth` */
  readonly name: string;
  /** What stands there for whoever has no such thing. */
  readonly fallback: string;
}
