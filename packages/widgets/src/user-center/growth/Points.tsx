import { useScene } from '../scene.js';

/** Points at the end of a line: in short to be seen, in full to be heard. */
export function Points({ points }: { readonly points: number }) {
  const scene = useScene();
  return (
    <span class="points">
      <span aria-hidden="true">{scene.compact(points)}</span>
      <span class="unseen">{scene.t('points', { n: points })}</span>
    </span>
  );
}
