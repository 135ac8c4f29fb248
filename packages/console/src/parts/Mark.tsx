/** Waymark's own sign: a trail blaze, two strokes that point the way. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <path class="mark-post" d="M9 8.500 16 15l7-6.500v6.200L16 21.200 9 14.700Z" />
      <path class="mark-foot" d="M9 18.300 16 24.800l7-6.500" />
    </svg>
  );
}
