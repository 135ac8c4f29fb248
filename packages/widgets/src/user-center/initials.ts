const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·]+$/u;

/** One or two signs for a name: first letters of its first two words, or of a Chinese name its last two characters. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (CJK.test(trimmed)) return [...trimmed].slice(-2).join('');
  const words = trimmed.split(/[\s._@-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '');
  return letters.join('').toLocaleUpperCase() || '·';
}
