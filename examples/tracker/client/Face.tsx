import { hash } from './chance.js';

/** Somebody's initials on a colour of their own. */
export function Face({ id, name }: { id: string; name: string }) {
  const [first = '', second = ''] = name.split(' ');
  return (
    <span class={`face face-${hash(id) % 6}`} aria-hidden="true">
      {first.charAt(0)}
      {second.charAt(0)}
    </span>
  );
}
