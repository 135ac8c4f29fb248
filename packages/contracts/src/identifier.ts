import * as v from 'valibot';

/** Longest id a person, company or event may have. */
export const ID_LIMIT = 128;

// Control characters, and halves of surrogate pairs, which no database stores as text.
const UNFIT = /[\p{Cc}\p{Surrogate}]/u;

/** Whether a text can be an id or the name of an event: without control characters and broken Unicode. */
export function isFit(text: string): boolean {
  return !UNFIT.test(text);
}

/** Schema of an id that came from outside: 1 to 128 characters, none of them a control character. */
export const idSchema = v.pipe(
  v.string(),
  v.minLength(1, 'expected an id, got ""'),
  v.maxLength(ID_LIMIT, `expected at most ${ID_LIMIT} characters`),
  v.check(isFit, 'expected an id without control characters'),
);

/** Whether a value is an id that {@link idSchema} takes. */
export function isId(input: unknown): input is string {
  return v.is(idSchema, input);
}

/** Schema of a name that operators give to a rule, badge or level: lower case words joined by hyphens. */
export const slugSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected lower case words joined by hyphens, for example "ship-feature"',
  ),
  v.maxLength(64, 'expected at most 64 characters'),
);
