import { useServices } from '../../app/services.js';
import { Columns } from '../../parts/Bars.js';
import { Stat } from '../../parts/Stat.js';
import type { LiveLog } from './live-log.js';
import { useSeconds } from './seconds.js';

const SECONDS = 60;

/** What has come in since the page opened, and how fast in the last minute. */
export function LiveCounts({ log }: { log: LiveLog }) {
  const { live, words, format } = useServices();
  useSeconds();
  const rates = live.rates(SECONDS);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return (
    <dl class="stats">
      <Stat label={words.live.accepted} value={format.number(log.accepted)} />
      <Stat
        label={words.live.rejected}
        value={format.number(log.rejected)}
        tone={log.rejected > 0 ? 'danger' : 'plain'}
      />
      <Stat label={words.live.points} value={format.signed(log.points)} tone="accent" />
      <Stat label={words.live.rate} value={format.number(total)}>
        <Columns
          title={words.live.rate}
          bars={rates.map((value, i) => ({
            key: String(i),
            value,
            label: words.live.secondsAgo(SECONDS - 1 - i),
            shown: format.number(value),
          }))}
        />
      </Stat>
    </dl>
  );
}
