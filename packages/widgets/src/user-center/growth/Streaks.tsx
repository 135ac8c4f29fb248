import type { StreakPeriodView, StreakView } from '@waymark/contracts';
import { Icon } from '../../surface/Icon.js';
import type { UserCenterKey } from '../messages.js';
import { useScene } from '../scene.js';
import { countsOf, pulseOf, runSince, weeksOf } from './streak.js';

const ROWS: Readonly<Record<StreakView['unit'], UserCenterKey>> = {
  day: 'streakDay',
  workday: 'streakWorkday',
  week: 'streakWeek',
  month: 'streakMonth',
};
const PULSES: Readonly<Record<ReturnType<typeof pulseOf>, UserCenterKey>> = {
  now: 'streakNow',
  off: 'streakOff',
  leave: 'streakLeave',
  keep: 'streakKeep',
  start: 'streakStart',
};

/** The streaks: how long each runs, what keeps it going, and the periods it is made of. */
export function Streaks({ streaks }: { readonly streaks: readonly StreakView[] }) {
  const scene = useScene();
  return (
    <section class="streaks" part="streaks">
      <h3 class="heading">{scene.t('streaks')}</h3>
      {streaks.length === 0 && <p class="empty">{scene.t('emptyStreaks')}</p>}
      <ul>
        {streaks.map((streak) => (
          <Streak key={streak.id} streak={streak} />
        ))}
      </ul>
    </section>
  );
}

function Streak({ streak }: { readonly streak: StreakView }) {
  const scene = useScene();
  const { unit, current, longest, freezes, periods } = streak;
  const pulse = pulseOf(streak);
  const byDay = unit === 'day' || unit === 'workday';
  const { active, missed, frozen, paused } = countsOf(periods);
  return (
    <li class={`card streak ${pulse}`} part="streak">
      <h4 class="label">{scene.text(streak.name)}</h4>
      <div class="run">
        <span class="mark" aria-hidden="true">
          <Icon name="flame" />
        </span>
        <p>
          <span class="count">{scene.compact(current)}</span>{' '}
          <span>{scene.t(ROWS[unit], { n: current })}</span>
        </p>
        <p class="note best">{scene.t('longest', { count: scene.compact(longest) })}</p>
      </div>
      {periods.length > 0 && (
        <div
          class={byDay ? 'calendar days' : 'calendar'}
          role="img"
          aria-label={scene.t(paused > 0 ? 'streakSummaryLeave' : 'streakSummary', {
            active,
            missed,
            frozen,
            paused,
          })}
        >
          {byDay ? <Days periods={periods} /> : <Periods periods={periods} unit={unit} />}
        </div>
      )}
      <p class="pulse">
        {pulse === 'now' && <Icon name="check" />}
        {scene.t(PULSES[pulse], { period: scene.present(byDay ? 'day' : unit) })}
      </p>
      {paused > 0 && (
        <p class="note spare">
          <span class="cell paused" aria-hidden="true" />
          {scene.t('leave', { n: paused })}
        </p>
      )}
      {freezes > 0 && (
        <p class="note spare">
          <Icon name="frost" />
          {scene.t('freezes', { n: freezes })}
        </p>
      )}
    </li>
  );
}

/** Weeks as columns, Monday on top, the month over the column in which it begins. */
function Days({ periods }: { readonly periods: readonly StreakPeriodView[] }) {
  const scene = useScene();
  const weeks = weeksOf(periods);
  const since = runSince(periods);
  const months = weeks.map((week) => week.find((day) => day !== null)?.day ?? '');
  return (
    <>
      {weeks.map((week, column) => {
        const first = months[column] ?? '';
        const begins = first.slice(5, 7) !== months[column - 1]?.slice(5, 7);
        // A name over the last column would reach beyond the card.
        const named =
          begins && column < weeks.length - 1 && months[column + 1]?.slice(5, 7) === first.slice(5, 7);
        return (
          <div class="week-column" key={first}>
            <span class="month">{named && <span>{scene.month(first)}</span>}</span>
            {week.map((day, row) => (
              <span key={row} class={day === null ? 'cell' : cellOf(day, since)} />
            ))}
          </div>
        );
      })}
    </>
  );
}

function Periods(props: {
  readonly periods: readonly StreakPeriodView[];
  readonly unit: StreakView['unit'];
}) {
  const since = runSince(props.periods);
  const scene = useScene();
  return (
    <>
      {props.periods.map(({ day, state }) => (
        <span class="period" key={day}>
          <span class={cellOf({ day, state }, since)} />
          <span class="month">
            {props.unit === 'month' ? scene.month(day) : scene.number(Number(day.slice(8)))}
          </span>
        </span>
      ))}
    </>
  );
}

/** The run that goes on stands out from what was before it. */
function cellOf({ day, state }: StreakPeriodView, since: string | null): string {
  return `cell ${state}${since !== null && day >= since ? ' run-on' : ''}`;
}
