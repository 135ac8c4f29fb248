import type { EffectLift } from '@waymark/contracts';
import { toneOf } from './LiftText.js';

const WIDTH = 440;
const MIDDLE = WIDTH / 2;

/** A lift as a point in its interval, on a line with nought in its middle; what it shows is said beside it. */
export function Interval({ lift }: { lift: EffectLift }) {
  const { low, high, difference } = lift;
  // The line is as long as what it shows, and at least ten points to either side.
  const most = Math.max(0.1, Math.abs(low), Math.abs(high)) * 1.08;
  const x = (share: number) => MIDDLE + (share / most) * MIDDLE;
  return (
    <svg class={`interval lift-${toneOf(lift)}`} viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
      <path class="interval-line" d={`M0 12H${WIDTH}`} />
      <path class="interval-nought" d={`M${MIDDLE} 3V21`} />
      <rect class="interval-range" x={x(low)} y="9" width={Math.max(1, x(high) - x(low))} height="6" rx="3" />
      <circle class="interval-point" cx={x(difference)} cy="12" r="5" />
    </svg>
  );
}
