import type { DayView } from '@waymark/contracts';
import { useScene } from '../scene.js';

/** Height of the highest bar, in px. */
const TALLEST = 64;

const sum = (days: readonly DayView[]) => days.reduce((total, { points }) => total + points, 0);

/** The last seven days as bars, each with its number. */
export function Week({ days }: { readonly days: readonly DayView[] }) {
  const scene = useScene();
  const week = days.slice(-7);
  const total = sum(week);
  const before = days.slice(-14, -7);
  const change = total - sum(before);
  const highest = Math.max(1, ...week.map(({ points }) => points));
  const comparison = change === 0 ? 'weekSame' : change > 0 ? 'weekMore' : 'weekLess';
  return (
    <section class="card week" part="week">
      <header>
        <h3>{scene.t('week')}</h3>
        <p class="total">{scene.compact(total)}</p>
      </header>
      {total + sum(before) > 0 && <p class="note">{scene.t(comparison, { points: Math.abs(change) })}</p>}
      <ol class={total === 0 ? 'bars none' : 'bars'}>
        {week.map(({ day, points }, i) => (
          <li key={day} class={i === week.length - 1 ? 'today' : undefined}>
            <span class="unseen">
              {scene.t('dayPoints', { day: scene.day(day, scene.today), n: points })}
            </span>
            <span class="column" aria-hidden="true">
              <span class={points === 0 ? 'amount none' : 'amount'}>{scene.compact(points)}</span>
              <span class="stick" style={{ blockSize: `${(points / highest) * TALLEST}px` }} />
            </span>
            <span class="weekday" aria-hidden="true">
              {scene.weekday(day)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
