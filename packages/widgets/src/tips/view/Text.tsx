import type { DeliveredInline, DeliveredText } from '@waymark/contracts';
import type { ComponentChildren, JSX } from 'preact';
import { Link } from './Link.js';

/** A text's tree as nodes; what it does not know it leaves out. */
export function Text({ text }: { readonly text: DeliveredText }) {
  return (
    <div class="text">
      {text.map((part) => {
        if (part.kind === 'paragraph') return <p>{lineOf(part.of)}</p>;
        if (part.kind === 'heading') {
          const Heading = HEADINGS[part.level - 1] ?? 'h5';
          return <Heading>{lineOf(part.of)}</Heading>;
        }
        const items = part.items.map((item) => <li>{lineOf(item)}</li>);
        return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
      })}
    </div>
  );
}

/** Below the title of what they stand in. */
const HEADINGS = ['h3', 'h4', 'h5'] as const;

function lineOf(pieces: readonly DeliveredInline[]): ComponentChildren {
  return pieces.map((piece): JSX.Element | string | null => {
    switch (piece.kind) {
      case 'text':
        return String(piece.text);
      case 'code':
        return <code>{String(piece.text)}</code>;
      case 'break':
        return <br />;
      case 'strong':
        return <strong>{lineOf(piece.of)}</strong>;
      case 'emphasis':
        return <em>{lineOf(piece.of)}</em>;
      case 'link':
        return (
          <Link href={piece.href} isNew>
            {lineOf(piece.of)}
          </Link>
        );
      default:
        return null;
    }
  });
}
