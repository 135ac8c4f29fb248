import * as v from 'valibot';

/** A text for people: one string for everybody, or one per language tag (`{ "en": "Level", "zh-CN": "等级" }`). */
export type Localized = string | { readonly [language: string]: string };

const TEXT_LIMIT = 2_000;
const text = v.pipe(v.string(), v.minLength(1, 'expected some text, got ""'), v.maxLength(TEXT_LIMIT));

/** Schema of {@link Localized}. */
export const localizedSchema: v.GenericSchema<Localized> = v.union([
  text,
  v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a language tag')),
      text,
    ),
    v.minEntries(1, 'expected a text in at least one language'),
  ),
]);
