import type { LedgerEntry, Period, WalletView } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { Icon } from '../../surface/Icon.js';
import type { UserCenterKey } from '../messages.js';
import { useScene } from '../scene.js';

const FIRST = 6;
const STEP = 20;
const CAPS: Readonly<Record<Period, UserCenterKey>> = {
  day: 'cappedDay',
  week: 'cappedWeek',
  month: 'cappedMonth',
  lifetime: 'cappedLifetime',
};

/** Every change of points with its reason, by day; foretold ones come first and stay quiet. */
export function Ledger(props: {
  readonly entries: readonly LedgerEntry[];
  /** The currencies whose amounts are shown, too. */
  readonly wallets?: readonly WalletView[] | undefined;
  readonly pending: readonly LedgerEntry[];
  /** Leads to what to do next; absent where nothing does. */
  readonly onNextStep: (() => void) | undefined;
}) {
  const { entries, wallets = [], pending, onNextStep } = props;
  const scene = useScene();
  const [limit, setLimit] = useState(FIRST);
  const foretold = new Set(pending.map(({ id }) => id));
  const all = [...pending, ...entries];
  const hidden = all.length - limit;
  return (
    <section class="ledger" part="ledger">
      <h3 class="heading">{scene.t('ledger')}</h3>
      {all.length === 0 && (
        <div class="empty">
          <p>{scene.t('emptyLedger')}</p>
          {onNextStep !== undefined && (
            <button type="button" class="button" onClick={onNextStep}>
              {scene.t('seeNextStep')}
            </button>
          )}
        </div>
      )}
      {byDay(all.slice(0, limit)).map(([day, group]) => (
        <div key={day} class="day">
          <h4>{scene.day(day, scene.today)}</h4>
          <ul>
            {group.map((entry) => (
              <Entry key={entry.id} entry={entry} wallets={wallets} pending={foretold.has(entry.id)} />
            ))}
          </ul>
        </div>
      ))}
      {hidden > 0 && (
        <button type="button" class="button more" onClick={() => setLimit(limit + STEP)}>
          {scene.t('more', { n: Math.min(STEP, hidden) })}
        </button>
      )}
    </section>
  );
}

function Entry(props: {
  readonly entry: LedgerEntry;
  readonly wallets: readonly WalletView[];
  readonly pending: boolean;
}) {
  const { entry, wallets, pending } = props;
  const scene = useScene();
  const state = pending ? 'pending' : entry.points === 0 ? 'nothing' : entry.points < 0 ? 'taken' : '';
  const amounts = (entry.amounts ?? []).flatMap(({ currency, amount }) => {
    const wallet = wallets.find(({ id }) => id === currency);
    return wallet === undefined ? [] : [`${scene.signed(amount)} ${scene.text(wallet.name)}`];
  });
  return (
    <li class={`entry ${state}`} part="ledger-entry">
      <div>
        <p class="name">{scene.text(entry.ruleName)}</p>
        <p class="note">
          <time dateTime={entry.timestamp}>{scene.time(entry.timestamp)}</time>
          {pending && (
            <span class="tag">
              <Icon name="clock" />
              {scene.t('pending')}
            </span>
          )}
          {entry.capped !== null && <span class="tag">{scene.t(CAPS[entry.capped])}</span>}
        </p>
        {entry.reason !== undefined && <p class="note">{scene.t('corrected', { reason: entry.reason })}</p>}
      </div>
      <p class="points">
        {(entry.points !== 0 || amounts.length === 0) && scene.signed(entry.points)}
        {amounts.map((text) => (
          <span key={text} class="amount">
            {text}
          </span>
        ))}
      </p>
    </li>
  );
}

function byDay(entries: readonly LedgerEntry[]): [string, LedgerEntry[]][] {
  const days = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const day = entry.timestamp.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
