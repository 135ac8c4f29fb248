import type { DeliveredInline } from '@waymark/contracts';
import type { Part } from '../part.js';

/** What a part says, as plain words of a length: its name for who cannot see it. */
export function wordsOf({ title, blocks }: Part, most: number): string {
  if (title !== undefined && title.length > most / 4) return title;
  const said = blocks.flatMap((block) => {
    if (block.kind === 'question') return [block.ask];
    if (block.kind !== 'text') return [];
    return block.text.flatMap((part) => (part.kind === 'list' ? part.items.map(plain) : [plain(part.of)]));
  });
  return (most < 200 && title !== undefined ? title : [title, ...said].filter(Boolean).join('. ')).slice(
    0,
    most,
  );
}

function plain(pieces: readonly DeliveredInline[]): string {
  return pieces
    .map((piece) => ('of' in piece ? plain(piece.of) : piece.kind === 'break' ? ' ' : String(piece.text)))
    .join('');
}
