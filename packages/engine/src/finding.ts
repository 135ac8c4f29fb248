/** Something in a playbook that is allowed and yet likely a mistake. */
export interface Finding {
  readonly kind:
    | 'attendance'
    | 'activity-share'
    | 'unlimited'
    | 'unreachable-level'
    | 'unreachable-keep'
    | 'idle-keep'
    | 'unknown-trait'
    | 'unknown-event'
    | 'unused-benefit'
    | 'unearned-currency'
    | 'empty-audience'
    | 'unknown-audience'
    | 'unknown-campaign'
    | 'unknown-badge'
    | 'unknown-level'
    | 'unknown-node'
    | 'unreachable-step'
    | 'cyclic-steps'
    | 'missing-translation'
    | 'no-goal'
    | 'no-holdout'
    | 'no-outcome';
  /** Where, as problems of a playbook say it: `rules[3].event`. */
  readonly path: string;
  /** What would be expected, what is there, and what to do. */
  readonly message: string;
}

/** What is known of the vendor's real life; each part may be left out, and its checks with it. */
export interface Seen {
  /** Names of events that ever came. */
  readonly events?: ReadonlySet<string> | undefined;
  /** Traits ever seen, as conditions name them: `$user.plan`, `$company.stage`. */
  readonly traits?: ReadonlySet<string> | undefined;
  /** Points by rule, as {@link tallyPoints} adds them up; otherwise they are estimated from limits. */
  readonly points?: ReadonlyMap<string, number> | undefined;
}
