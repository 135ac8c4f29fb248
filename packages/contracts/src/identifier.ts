import * as v from 'valibot';

/** Longest id a person, company or event may have. */
export const ID_LIMIT = 128;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in ids are what is refused here
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Schema of an id that came from outside: 1 to 128 characters, none of them a control character. */
export const idSchema = v.pipe(
  v.string(),
  v.minLength(1, 'expected an id, got ""'),
  v.maxLength(ID_LIMIT, `expected at most ${ID_LIMIT} characters`),
  v.check((id) => !CONTROL.test(id), 'expected an id without control characters'),
);

/** Schema of a name that operators give to a rule, badge or level: lower case words joined by hyphens. */
export const slugSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected lower case words joined by hyphens, for example "ship-feature"',
  ),
  v.maxLength(64, 'expected at most 64 characters'),
);
