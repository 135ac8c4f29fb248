import * as v from 'valibot';
import { parseWith } from './parse.js';
import type { Parsed } from './problem.js';
import type { Preferences } from './snapshot.js';

/** Longest alias, in characters as people count them. */
export const ALIAS_LIMIT = 40;

// Marks that show as nothing or turn the direction of text: by them an alias could look like a colleague's name.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}\p{Zl}\p{Zp}]/u;

const aliasSchema = v.pipe(
  v.string(),
  v.check((text) => !UNSEEN.test(text), 'expected an alias without invisible characters'),
  v.transform((text) => text.normalize('NFKC').trim().replace(/\s+/gu, ' ')),
  v.check(
    (text) => text === '' || /[\p{L}\p{N}]/u.test(text),
    'expected an alias with at least one letter or digit',
  ),
  v.check((text) => [...text].length <= ALIAS_LIMIT, `expected at most ${ALIAS_LIMIT} characters`),
  v.transform((text) => (text === '' ? null : text)),
);

const preferencesSchema = v.strictObject({
  ranking: v.optional(v.picklist(['name', 'alias', 'hidden'])),
  alias: v.optional(v.nullable(aliasSchema)),
  quiet: v.optional(v.boolean()),
});

/** Checks what a person wants changed; an alias comes out tidied, an empty one as null. */
export function parsePreferences(input: unknown): Parsed<Partial<Preferences>> {
  const parsed = parseWith(preferencesSchema, input);
  if (!parsed.ok) return parsed;
  const given = Object.entries(parsed.value).filter(([, value]) => value !== undefined);
  return { ok: true, value: Object.fromEntries(given) as Partial<Preferences> };
}
