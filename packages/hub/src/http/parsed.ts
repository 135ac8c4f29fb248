import type { ErrorCode, Parsed } from '@waymark/contracts';
import { Refusal } from './refusal.js';

/** What was understood. Throws a {@link Refusal} that names what was not; `whole` is what to call all of it. */
export function valueIn<T>(parsed: Parsed<T>, code: ErrorCode, whole: string): T {
  if (parsed.ok) return parsed.value;
  const { problems } = parsed;
  const [{ path, message }] = problems;
  throw new Refusal(400, code, `In ${path === '' ? whole : `\`${path}\``}: ${message}.`, { problems });
}
