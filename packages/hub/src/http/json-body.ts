import { Refusal } from './refusal.js';

/** What a body says. Throws a {@link Refusal} where it is no JSON. */
export function jsonIn(body: unknown): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch (error) {
    throw new Refusal(400, 'invalid_json', `Expected the body to be JSON: ${(error as Error).message}`);
  }
}
