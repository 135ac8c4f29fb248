import { expect, it } from 'vitest';
import { initialsOf } from './initials.js';

it.each([
  ['Quiet Heron 4f2', 'QH'],
  ['ada', 'A'],
  ['  ada   lovelace ', 'AL'],
  ['ada.lovelace@example.org', 'AL'],
  ['林晓月', '晓月'],
  ['李雷', '李雷'],
  ['王', '王'],
  ['👩‍🚀', '·'],
  ['', '·'],
  ['(Ω) 𝒜da', 'Ω𝒜'],
])('%s → %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
