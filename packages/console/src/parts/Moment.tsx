import { useServices } from '../app/services.js';

/** How long ago something was, with the exact time to be read in full. */
export function Ago({ iso }: { iso: string }) {
  const { format } = useServices();
  if (iso === '') return <span class="muted">–</span>;
  return (
    <time dateTime={iso} title={`${format.wall(iso)} (${iso})`}>
      {format.ago(iso, Date.now())}
    </time>
  );
}

/** A time as it stood on the wall clock of the person it happened to. */
export function WallTime({ iso }: { iso: string }) {
  const { format } = useServices();
  return (
    <time dateTime={iso} title={iso}>
      {format.wall(iso)}
    </time>
  );
}
