/** Any value that survives a round trip through JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON object: event properties, traits, context. */
export type JsonObject = { [key: string]: Json };
