/** One bar: how long, and its words. */
export interface Bar {
  readonly key: string;
  readonly value: number;
  /** What the bar stands for. */
  readonly label: string;
  /** The value as people read it. */
  readonly shown: string;
}

const HEIGHT = 48;
const STEP = 10;

/** Upright bars over time, with every number behind them in a table for those who do not see it. */
export function Columns({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure class="columns">
      <svg viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ key, value, label, shown }, i) => {
          const height = value === 0 ? 1 : Math.max(3, (value / most) * HEIGHT);
          return (
            <rect
              key={key}
              class={value === 0 ? 'column column-none' : 'column'}
              x={i * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
            >
              <title>{`${label}: ${shown}`}</title>
            </rect>
          );
        })}
      </svg>
      <NumbersBehind bars={bars} title={title} />
    </figure>
  );
}

/** Lying bars by category, each with its number beside it. */
export function Lanes({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <dl class="lanes">
      {bars.map(({ key, value, label, shown }) => (
        <div key={key} class="lane">
          <dt>{label}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="lane-track" width="100" height="8" />
              <rect class="lane-bar" width={(value / most) * 100} height="8" />
            </svg>
            <span class="number">{shown}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NumbersBehind({ bars, title }: { bars: readonly Bar[]; title: string }) {
  return (
    <table class="visually-hidden">
      <caption>{title}</caption>
      <tbody>
        {bars.map(({ key, label, shown }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
