import * as v from 'valibot';
import type { Localized } from '../localized.js';
import { localizedSchema } from '../localized.js';
import { addressFault, pictureFault } from './address.js';
import { MARKDOWN_LIMIT, parseMarkdown } from './markdown.js';

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** What no text is drawn with: controls but line breaks and tabs, and halves of characters. */
const UNFIT = /[^\P{Cc}\n\r\t]|\p{Surrogate}/u;

/** Schema of a language tag. */
export const languageSchema = v.pipe(
  v.string(),
  v.regex(LANGUAGE, 'expected a language tag'),
  v.maxLength(35),
);

const markdown = v.pipe(
  v.string(),
  v.minLength(1, 'expected some text, got ""'),
  v.maxLength(MARKDOWN_LIMIT, `expected at most ${MARKDOWN_LIMIT} characters`),
  v.check((source) => !UNFIT.test(source), 'expected a text without control characters'),
  v.rawCheck<string>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const message of parseMarkdown(dataset.value).faults) addIssue({ message });
  }),
);

/** Schema of a text in Markdown's subset: one source for everybody, or one a language. */
export const markdownSchema: v.GenericSchema<Localized> = v.union([
  markdown,
  v.pipe(v.record(languageSchema, markdown), v.minEntries(1, 'expected a text in at least one language')),
]);

/** Schema of a short plain text, on a button or beside a picture. */
export function labelSchema(most: number) {
  const fits = (text: string) => text.length <= most && !UNFIT.test(text);
  return v.pipe(
    localizedSchema,
    v.check(
      (label) => (typeof label === 'string' ? [label] : Object.values(label)).every(fits),
      `expected at most ${most} characters, none of them a control character`,
    ),
  );
}

const faultless = (faultOf: (address: string) => string | null) =>
  v.pipe(
    v.string(),
    v.rawCheck<string>(({ dataset, addIssue }) => {
      const message = dataset.typed ? faultOf(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );

/** Schema of an address that a link leads to. */
export const addressSchema = faultless(addressFault);
/** Schema of an address that a picture is loaded from. */
export const pictureSchema = faultless(pictureFault);
