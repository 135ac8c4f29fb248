import type { PartName } from './Part.js';

const SHAPES: Readonly<Record<PartName, readonly string[]>> = {
  level: ['crown', 'amount', 'bar', 'line'],
  'badge-wall': ['line'],
  ranking: ['line', 'row', 'row', 'row', 'row', 'row'],
  quests: ['line', 'step', 'step'],
  streak: ['line', 'chart'],
  ledger: ['line', 'row', 'row', 'row', 'row', 'row', 'row'],
  rewards: ['line', 'step', 'row', 'row', 'row'],
};
const COINS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The shape of a part before what it shows is known. */
export function PartSkeleton({ part, label }: { readonly part: PartName; readonly label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {SHAPES[part].map((bone, i) => (
        <span key={i} class={`bone ${bone}`} />
      ))}
      {part === 'badge-wall' && (
        <div class="wall">
          {COINS.map((coin) => (
            <span key={coin} class="bone coin" />
          ))}
        </div>
      )}
    </div>
  );
}
