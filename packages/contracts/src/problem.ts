import type { RedemptionObstacle } from './redemption.js';

/** One thing wrong with a value, and where: `rules[3].when.rows.$gt`, `expected a number, got "ten"`. */
export interface Problem {
  /** Path to the fault from the root of the document; empty for the root itself. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** Either the typed value or every problem found in it; nothing is half accepted. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Codes by which a receiver says why it refused something; stable, meant for programs. */
export type ErrorCode =
  | 'invalid_json'
  | 'invalid_batch'
  | 'invalid_event'
  | 'invalid_preferences'
  | 'alias_taken'
  | 'invalid_correction'
  | 'invalid_redemption'
  | 'invalid_claim'
  | 'invalid_campaign'
  | RedemptionObstacle
  | 'invalid_playbook'
  | 'timestamp_out_of_range'
  | 'identity_mismatch'
  | 'missing_key'
  | 'unknown_key'
  | 'missing_token'
  | 'invalid_token'
  | 'forbidden'
  | 'not_found'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable';

/** The body of every answer that is not a success. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    /** What was expected, what came and what to do. */
    readonly message: string;
    readonly problems?: readonly Problem[];
  };
}

/** One line a person can act on: every problem as `path: message`, joined by `; `. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems.map((p) => (p.path === '' ? p.message : `${p.path}: ${p.message}`)).join('; ');
}
