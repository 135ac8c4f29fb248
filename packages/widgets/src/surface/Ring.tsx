/** A ring filled from the top by a share from 0 to 1. Decorative: whoever shows it also says its number. */
export function Ring({ share, width }: { readonly share: number; readonly width: number }) {
  const radius = 50 - width / 2;
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <svg class="ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <g fill="none" stroke-width={width} transform="rotate(-90 50 50)">
        <circle class="track" cx="50" cy="50" r={radius} />
        <circle
          class="fill"
          cx="50"
          cy="50"
          r={radius}
          pathLength="100"
          stroke-linecap="round"
          stroke-dasharray="100 200"
          stroke-dashoffset={100 - filled}
          opacity={filled === 0 ? 0 : 1}
        />
      </g>
    </svg>
  );
}
