/** The shape of the home tab before it is known. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      <span class="bone line" />
      <span class="bone figure" />
      <span class="bone bar" />
      <span class="bone block" />
      <span class="bone block tall" />
      <span class="bone line" />
      <span class="bone row" />
      <span class="bone row" />
    </div>
  );
}
