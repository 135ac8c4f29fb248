/** A 32-bit number made from a text, always the same (FNV-1a with a last stir). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/** A whole number below `count`, always the same for a seed. */
export const drawFrom = (count: number, seed: string): number => hash(seed) % count;

/** One of a list, always the same for a seed. */
export function pick<T>(list: readonly [T, ...T[]], seed: string): T {
  return list[drawFrom(list.length, seed)] ?? list[0];
}
