import type { DeliveredInline, DeliveredText } from '@waymark/contracts';
import { type Inline, parseMarkdown, type TextTree } from '@waymark/contracts/text';
import type { Profile } from './profile.js';

/** Longest value of a trait that is put into a text; a longer one is cut. */
const VALUE_LIMIT = 200;

/** What a text may say of the person, beside traits. */
export interface Person extends Pick<Profile, 'userTraits' | 'companyTraits' | 'growth'> {
  /** The name of the level worn, in the text's language. */
  readonly levelTitle: string;
}

/** Compiles a text's source: what it says to one person, without a variable left. */
export function compileText(source: string): (person: Person) => DeliveredText {
  const { tree } = parseMarkdown(source);
  return (person) => filled(tree, person);
}

function filled(tree: TextTree, person: Person): DeliveredText {
  return tree.map((part) =>
    part.kind === 'list'
      ? { ...part, items: part.items.map((item) => lineOf(item, person)) }
      : { ...part, of: lineOf(part.of, person) },
  );
}

function lineOf(pieces: readonly Inline[], person: Person): DeliveredInline[] {
  return pieces.map((piece) => {
    if (piece.kind === 'variable') return { kind: 'text', text: said(piece.name, person) ?? piece.fallback };
    return 'of' in piece ? { ...piece, of: lineOf(piece.of, person) } : piece;
  });
}

function said(name: string, { userTraits, companyTraits, growth, levelTitle }: Person): string | null {
  if (name === 'growth') return String(growth);
  if (name === 'level') return levelTitle;
  const [root, trait = ''] = name.split('.');
  const traits = root === 'user' ? userTraits : companyTraits;
  const value = Object.hasOwn(traits, trait) ? traits[trait] : null;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return text === '' ? null : [...text.slice(0, 2 * VALUE_LIMIT)].slice(0, VALUE_LIMIT).join('');
}
