import { addressFault } from './address.js';
import type { Inline, TextPart, TextTree } from './text-tree.js';
import { variableAt } from './variable.js';

/** Longest source of a text, in characters. */
export const MARKDOWN_LIMIT = 5_000;
/** How deep pieces may lie in each other. */
const DEPTH = 4;

/** A text's tree, and what in it is not as it was meant: it is drawn all the same, as the characters that it is of. */
export interface ParsedText {
  readonly tree: TextTree;
  readonly faults: readonly string[];
}

const HEADING = /^(#{1,3}) +(.+)$/;
const BULLET = /^[-*] +(.+)$/;
const NUMBERED = /^\d{1,3}[.)] +(.+)$/;

/**
 * Parses the subset of Markdown that texts are written in: paragraphs, `#` to `###`, `- ` and `1. ` lists, `**strong**`,
 * `*emphasis*`, `` `code` ``, `[links](address)`, and `{{user.name | "there"}}` for the person's own. A backslash takes
 * the meaning from a mark. Every text has a tree; HTML is characters like any other, and a link to nowhere good is none.
 *
 * @example parseMarkdown('Hi **you**').tree // [{ kind: 'paragraph', of: [{ kind: 'text', text: 'Hi ' }, …] }]
 */
export function parseMarkdown(source: string): ParsedText {
  const faults: string[] = [];
  const tree = draftsOf(source.slice(0, MARKDOWN_LIMIT)).flatMap((draft): TextPart[] => {
    if (draft === null) return [];
    if (draft.kind === 'list') {
      return [
        { kind: 'list', ordered: draft.ordered, items: draft.lines.map((line) => inlinesOf(line, faults)) },
      ];
    }
    const of = inlinesOf(draft.lines.join('\n'), faults);
    return [
      draft.kind === 'heading' ? { kind: 'heading', level: draft.level, of } : { kind: 'paragraph', of },
    ];
  });
  return { tree, faults: [...new Set(faults)] };
}

/** A part whose lines are still sources; null between two that a blank line keeps apart. */
type Draft =
  | { readonly kind: 'paragraph'; readonly lines: string[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly lines: string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly lines: string[] }
  | null;

function draftsOf(source: string): Draft[] {
  const drafts: Draft[] = [];
  for (const raw of source.split(/\r\n?|\n/)) {
    const draft = draftOf(raw.trim());
    const before = drafts.at(-1);
    const isMore =
      before &&
      draft &&
      draft.kind !== 'heading' &&
      before.kind === draft.kind &&
      orderOf(before) === orderOf(draft);
    if (isMore) before.lines.push(...draft.lines);
    else drafts.push(draft);
  }
  return drafts;
}

function draftOf(line: string): Draft {
  if (line === '') return null;
  const [, marks = '', title] = HEADING.exec(line) ?? [];
  if (title !== undefined) return { kind: 'heading', level: marks.length as 1 | 2 | 3, lines: [title] };
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) return { kind: 'list', ordered: false, lines: [bullet] };
  const numbered = NUMBERED.exec(line)?.[1];
  if (numbered !== undefined) return { kind: 'list', ordered: true, lines: [numbered] };
  return { kind: 'paragraph', lines: [line] };
}

function orderOf(draft: NonNullable<Draft>): boolean {
  return draft.kind === 'list' && draft.ordered;
}

/** What marks open, in the order in which they are tried: `**` before `*`. */
const MARKS = [
  ['**', 'strong'],
  ['*', 'emphasis'],
] as const;

function inlinesOf(source: string, faults: string[], depth = 0): Inline[] {
  const pieces: Inline[] = [];
  let text = '';
  let at = 0;
  // Where a closing mark was looked for in vain there is none further on, either: no text takes quadratic time.
  const absent = new Set<string>();

  const push = (piece: Inline, to: number) => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
    pieces.push(piece);
    at = to;
  };
  const closing = (mark: string, from: number): number => {
    if (absent.has(mark)) return -1;
    const found = indexOfMark(source, mark, from);
    if (found < 0) absent.add(mark);
    return found;
  };
  const code = (): boolean => {
    const end = source[at] === '`' ? closing('`', at + 1) : -1;
    if (end <= at + 1) return false;
    push({ kind: 'code', text: source.slice(at + 1, end) }, end + 1);
    return true;
  };
  const marked = (): boolean => {
    for (const [mark, kind] of MARKS) {
      if (!source.startsWith(mark, at) || depth >= DEPTH) continue;
      const from = at + mark.length;
      const end = closing(mark, from);
      if (end <= from) continue;
      push({ kind, of: inlinesOf(source.slice(from, end), faults, depth + 1) }, end + mark.length);
      return true;
    }
    return false;
  };
  const link = (): boolean => {
    if (source[at] !== '[' || depth >= DEPTH) return false;
    const middle = closing('](', at + 1);
    const end = middle < 0 ? -1 : closing(')', middle + 2);
    if (end < 0) return false;
    const href = source.slice(middle + 2, end).trim();
    const fault = addressFault(href);
    if (fault !== null) {
      faults.push(fault);
      return false;
    }
    push({ kind: 'link', href, of: inlinesOf(source.slice(at + 1, middle), faults, DEPTH) }, end + 1);
    return true;
  };

  while (at < source.length) {
    const character = source[at] as string;
    if (character === '\\' && /[\\*`[\]{}#()-]/.test(source[at + 1] ?? '')) {
      text += source[at + 1];
      at += 2;
    } else if (character === '\n') push({ kind: 'break' }, at + 1);
    else if (source.startsWith('{{', at)) {
      const found = variableAt(source, at);
      if (typeof found === 'string') {
        faults.push(found);
        text += '{{';
        at += 2;
      } else push(found.variable, found.end);
    } else if (!code() && !marked() && !link()) {
      text += character;
      at++;
    }
  }
  if (text !== '') pieces.push({ kind: 'text', text });
  return pieces;
}

/** Where a mark stands next that no backslash takes the meaning from; a `*` that is half of a `**` is none. */
function indexOfMark(source: string, mark: string, from: number): number {
  for (let i = source.indexOf(mark, from); i >= 0; i = source.indexOf(mark, i + 1)) {
    if (source[i - 1] === '\\') continue;
    if (mark === '*' && (source[i + 1] === '*' || source[i - 1] === '*')) continue;
    return i;
  }
  return -1;
}
