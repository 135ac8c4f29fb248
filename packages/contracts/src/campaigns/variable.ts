import type { Variable } from './text-tree.js';

/** What a text may say of the person: traits of user and company, and how far they have come. */
const VARIABLE = /\{\{ *((?:user|company)\.[\w-]{1,64}|level|growth) *\| *"([^"{}\n]{0,200})" *\}\}/y;

/** The variable that begins at a place in a source and where it ends, or what is wrong with it. */
export function variableAt(source: string, at: number): { variable: Variable; end: number } | string {
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(source);
  if (match === null) {
    const came = source.slice(at, at + 40);
    return `expected {{user.…}}, {{company.…}}, {{level}} or {{growth}} with a fallback, for example {{user.name | "there"}}, got ${JSON.stringify(came)}`;
  }
  const [whole, name = '', fallback = ''] = match;
  return { variable: { kind: 'variable', name, fallback }, end: at + whole.length };
}
