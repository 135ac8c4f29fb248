import type { EffectLift } from '@waymark/contracts';
import { useServices } from '../../app/services.js';

/** A lift with its interval, and whether it is one at all. */
export function LiftText({ lift }: { lift: EffectLift | null }) {
  const { words, format } = useServices();
  if (lift === null) return <span class="muted">{words.campaigns.tooFew}</span>;
  const { difference, low, high } = lift;
  return (
    <span class={`lift lift-${toneOf(lift)}`}>
      <span class="number strong">{words.campaigns.points(format.hundredths(difference))}</span>
      <br />
      <span class="number muted">
        {words.campaigns.between(format.hundredths(low), format.hundredths(high))}
      </span>
    </span>
  );
}

/** What an interval says: more came, fewer came, or nobody can tell yet. */
export function toneOf({ low, high }: EffectLift): 'more' | 'fewer' | 'open' {
  if (low > 0) return 'more';
  return high < 0 ? 'fewer' : 'open';
}
