import type { Event, Json } from '@waymark/contracts';
import type { Middleware } from './api.js';

/** Leaves out every field of that name, at any depth of properties, traits and context. */
export function redact(...names: readonly string[]): Middleware {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => !names.includes(name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, clean(inner)]));
  };
  return (event) => {
    const { properties, traits, context, ...rest } = event;
    const parts = Object.entries({ properties, traits, context }).filter(([, part]) => part !== undefined);
    return {
      ...rest,
      ...Object.fromEntries(parts.map(([name, part]) => [name, clean(part as Json)])),
    } as Event;
  };
}
