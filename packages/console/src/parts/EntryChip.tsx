import type { LedgerEntry } from '@waymark/contracts';
import { useServices } from '../app/services.js';

/** Points and why: the rule's name, and the limit that cut them. */
export function EntryChip({ entry }: { entry: LedgerEntry }) {
  const { words, format } = useServices();
  return (
    <span class={entry.capped === null ? 'entry' : 'entry entry-capped'}>
      <b class="number">{entry.points === 0 ? '+0' : format.signed(entry.points)}</b>{' '}
      <bdi>{format.text(entry.ruleName)}</bdi>
      {entry.capped !== null && <span class="entry-why"> {words.capped[entry.capped] ?? entry.capped}</span>}
    </span>
  );
}
