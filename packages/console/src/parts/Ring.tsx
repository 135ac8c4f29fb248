import type { ComponentChildren } from 'preact';

const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that is `share` (0 to 1) full around what it holds. */
export function Ring({ share, children }: { share: number; children?: ComponentChildren }) {
  const filled = Math.min(1, Math.max(0, share)) * ROUND;
  return (
    <span class="ring">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="ring-track" cx="50" cy="50" r={RADIUS} />
        <circle class="ring-fill" cx="50" cy="50" r={RADIUS} stroke-dasharray={`${filled} ${ROUND}`} />
      </svg>
      <span class="ring-content">{children}</span>
    </span>
  );
}
