/**
 * Letters of Greek and Cyrillic that look like a Latin one, from Unicode's list of confusables (UTS #39,
 * https://www.unicode.org/Public/security/latest/confusables.txt): those that a name can be written in whole with.
 */
const LOOKS: readonly (readonly [latin: string, others: string])[] = [
  ['a', 'АаΑα'],
  ['b', 'ВвЬьΒ'],
  ['c', 'СсϹϲ'],
  ['d', 'Ԁԁ'],
  ['e', 'ЕеΕ'],
  ['f', 'Ϝ'],
  ['g', 'Ԍ'],
  ['h', 'НнҺһΗ'],
  ['i', 'ІіΙι'],
  ['j', 'ЈјϳͿ'],
  ['k', 'КкΚκ'],
  ['l', 'Ӏӏ'],
  ['m', 'МмΜ'],
  ['n', 'Νη'],
  ['o', 'ОоΟοσ'],
  ['p', 'РрΡρ'],
  ['q', 'Ԛԛ'],
  ['r', 'г'],
  ['s', 'Ѕѕ'],
  ['t', 'ТтΤτ'],
  ['u', 'υ'],
  ['v', 'Ѵѵν'],
  ['w', 'Ԝԝ'],
  ['x', 'ХхΧχ'],
  ['y', 'УуҮүΥγ'],
  ['z', 'Ζ'],
  ['ë', 'Ёё'],
  ['ï', 'Її'],
];
const LATIN = new Map(LOOKS.flatMap(([latin, others]) => [...others].map((other) => [other, latin])));

/** A text as it looks: the same for texts that differ in nothing but case, spaces and the script of their letters. */
export function looksOf(text: string): string {
  const letters = text.normalize('NFKC').replace(/\s+/gu, '');
  return Array.from(letters, (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .toLowerCase();
}
