import type { WaymarkClient } from './client.js';

/** Names that can be called as `waymark('name', …)`. */
export type Command = 'init' | keyof WaymarkClient;

/**
 * The one global of the script tag: a function that takes a command and its arguments. The page may define it before
 * the script arrives: `window.waymark = (...call) => waymark.q.push(call); waymark.q = []`.
 */
export interface Waymark {
  (command: Command, ...args: unknown[]): unknown;
  /** Calls made before the script arrived, then the door they go through at once. */
  q?: { push(call: [Command, ...unknown[]]): unknown } & Partial<Iterable<[Command, ...unknown[]]>>;
  /** The version of the script that answers. */
  version?: string;
}
