import { Refusal } from './refusal.js';

const LONGEST = 500;

/** Words of an operator that go into the log. Throws a {@link Refusal} where they are none. */
export function operatorWords(name: string, given: unknown): string {
  if (typeof given === 'string' && given.length <= LONGEST && !/[\p{Cc}\p{Surrogate}]/u.test(given))
    return given.trim();
  throw new Refusal(
    400,
    'invalid_batch',
    `Expected \`${name}\` to be a text of at most ${LONGEST} characters.`,
  );
}
