import type { Verdict } from './decide.js';
import type { Gate } from './gates.js';

/**
 * A verdict in words for who looks into it: what became of the campaign, then every gate with what was asked and what the
 * person has.
 *
 * @example why(verdict) // ["hello: stopped by audience", "✓ status: live", "✗ audience: $role is \"member\", expected \"administrator\"", …]
 */
export function why({ campaignId, outcome, stoppedBy, gates }: Verdict): string[] {
  const head = { delivered: 'delivered', standby: 'standing by', held_out: 'held out', stopped: 'stopped' }[
    outcome
  ];
  const by = stoppedBy === null ? '' : ` by ${stoppedBy}`;
  return [
    `${campaignId}: ${head}${by}`,
    ...gates.map((gate) => `${gate.passed ? '✓' : '✗'} ${gate.gate}: ${said(gate)}`),
  ];
}

function said(gate: Gate): string {
  switch (gate.gate) {
    case 'status':
      return gate.passed ? 'live' : `is ${gate.actual}, expected live`;
    case 'schedule':
      return `it is ${gate.actual}, expected ${gate.expected === null ? 'any time' : shown(gate.expected)}`;
    case 'audience':
      return listed(
        gate.readings.map(
          ({ path, expected, actual, holds }) =>
            `${path} is ${shown(actual)}, ${holds ? 'as' : 'not as'} expected: ${shown(expected)}`,
        ),
        'everybody',
      );
    case 'trigger':
      return listed(
        gate.moments.map(({ trigger, since, open }) =>
          trigger.kind === 'node' || trigger.kind === 'push'
            ? `${trigger.kind} ${since === null ? 'has not come' : `came ${since}`}${since !== null && !open ? ', over by now' : ''}`
            : `${trigger.kind} may come`,
        ),
        'none',
      );
    case 'experiment': {
      const { heldOut, arm, by } = gate.actual;
      return heldOut ? `held out, by ${by}` : arm === null ? 'not held out' : `arm ${arm}, by ${by}`;
    }
    case 'frequency': {
      const { rest, readings } = gate;
      const until = rest?.until == null ? 'for ever' : `until ${new Date(rest.until).toISOString()}`;
      return listed(
        [...(rest === null ? [] : [`${rest.why}, ${until}`]), ...readings.map(limited)],
        'no limits',
      );
    }
    case 'limits':
      return listed(gate.readings.map(limited), 'no limits');
    case 'slot':
      return gate.winner === null ? `${gate.channel} is free` : `${gate.channel} goes to ${gate.winner}`;
  }
}

function limited({ limit, most, actual }: { limit: string; most: number; actual: number }): string {
  return `${limit}: ${actual} of ${most}`;
}

function listed(parts: readonly string[], none: string): string {
  return parts.length === 0 ? none : parts.join('; ');
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
