/** Longest pattern, in characters. */
export const PATTERN_LIMIT = 100;
/** Most repetitions that `{n,m}` may name. */
export const REPEAT_LIMIT = 20;

const TOKEN =
  /\\[dDwWsS]|\\[\\^$.*+?()[\]{}|/]|\[\^?(?:\\[dDwWsS\\^[\]-]|[^\\[\]])+\]|\(\?:|\((?!\?)|[)|.^$]|[*+?]|\{\d{1,2}(?:,\d{0,2})?\}|[^\\^$.*+?()[\]{}|]/suy;
const QUANTIFIER = /^(?:[*+?]|\{.+\})$/;

/**
 * Why a text is no pattern for `$regex`, or null when it is one. Patterns are regular expressions that a matcher can
 * walk in linear time: no references back, no looking around, `{n,m}` after one character or class alone.
 */
export function patternFault(source: string): string | null {
  if (source === '' || source.length > PATTERN_LIMIT) {
    return `expected a pattern of 1 to ${PATTERN_LIMIT} characters`;
  }
  let before = '';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source)?.[0];
    if (token === undefined) return `expected no "${source.slice(at, at + 4)}" in a pattern`;
    const fault = QUANTIFIER.test(token) ? quantifierFault(token, before) : null;
    if (fault !== null) return fault;
    before = token;
  }
  try {
    new RegExp(source, 'u');
    return null;
  } catch {
    return 'expected a regular expression';
  }
}

function quantifierFault(token: string, before: string): string | null {
  if (QUANTIFIER.test(before)) return `expected one quantifier at a time, got "${before}${token}"`;
  if (before === '^' || before === '$') return `expected no quantifier after "${before}"`;
  if (!token.startsWith('{')) return null;
  if (before === ')') return 'expected {n,m} after one character or class, not after a group';
  const most = Math.max(...token.slice(1, -1).split(',').map(Number));
  return most > REPEAT_LIMIT ? `expected at most ${REPEAT_LIMIT} repetitions, got ${most}` : null;
}
