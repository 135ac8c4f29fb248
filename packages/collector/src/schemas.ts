import type { Middleware } from './api.js';

/** What every schema library of the Standard Schema kind offers: valibot, zod, arktype and others. https://standardschema.dev */
export interface StandardSchema {
  readonly '~standard': {
    validate(value: unknown): unknown;
  };
}

interface Outcome {
  readonly issues?: readonly { readonly message: string; readonly path?: readonly unknown[] }[];
}

/**
 * Checks properties against a schema an event while you develop, and says what is wrong in the console. Events pass
 * either way; one of a name without a schema is named, too. Leave it out of what you ship.
 */
export function schemas(
  byEvent: Readonly<Record<string, StandardSchema>>,
  say: (message: string) => void = console.error,
): Middleware {
  return (event) => {
    if (event.type !== 'track') return event;
    const schema = byEvent[event.event ?? ''];
    if (!schema) {
      say(`[collector] Expected a schema for "${event.event}", got none. Add it, or check the name.`);
      return event;
    }
    const { issues = [] } = schema['~standard'].validate(event.properties ?? {}) as Outcome;
    for (const { message, path = [] } of issues) {
      const where = path.map((part) => (typeof part === 'object' ? (part as { key: unknown }).key : part));
      say(`[collector] "${event.event}" ${['properties', ...where].join('.')}: ${message}`);
    }
    return event;
  };
}
