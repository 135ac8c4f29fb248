import type { UserCenterTab } from './tab.js';

/** The shape of a tab before what it shows is known. */
export function Skeleton({ tab, label }: { readonly tab: UserCenterTab; readonly label: string }) {
  return (
    <div class={`skeleton ${tab}`} role="status" aria-label={label}>
      {tab === 'home' ? (
        <>
          <span class="bone line" />
          <span class="bone amount" />
          <span class="bone bar" />
          <span class="bone line" />
          <span class="bone step" />
          <span class="bone chart" />
          <span class="bone line" />
        </>
      ) : tab === 'company' ? (
        <>
          <span class="bone step" />
          {rows.map((row) => (
            <span key={row} class="bone row" />
          ))}
        </>
      ) : (
        <>
          <span class="bone line" />
          {rows.map((row) => (
            <span key={row} class="bone row" />
          ))}
          <span class="bone line" />
          <div class="wall">
            {coins.map((coin) => (
              <span key={coin} class="bone coin" />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

const rows = [1, 2, 3, 4, 5, 6];
const coins = [1, 2, 3, 4, 5, 6, 7, 8];
