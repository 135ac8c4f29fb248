import type { PersonView } from '@waymark/contracts';
import { avatarColors } from '../theme/palette.js';
import { initialsOf } from './initials.js';
import { useScene } from './scene.js';

/** Somebody's initials on a color of their own. Decorative: the name always stands beside it. */
export function Avatar({ person }: { readonly person: PersonView }) {
  const { background, ink } = avatarColors(person.id, useScene().palette);
  const initials = initialsOf(person.name || person.id);
  return (
    <span class="avatar" aria-hidden="true" style={{ background, color: ink }}>
      {initials}
    </span>
  );
}
