import {
  CAMPAIGN_EVENT,
  CORRECTIONS,
  type Correction,
  describeProblems,
  EVENT_BYTES_LIMIT,
  type Event,
  isId,
  type Problem,
  parseCorrection,
  parseEvent,
  parseImpression,
  REDEMPTION,
  type Verdict,
} from '@waymark/contracts';
import type { Claims } from '../identity/token.js';
import { HUBS_WORD } from '../record/impression-row.js';
import type { AdmittedEvent, Outcome } from '../record/request.js';

const EARLIEST = Date.UTC(2000, 0, 1);
const AHEAD_MS = 24 * 60 * 60 * 1_000;

/** What events are checked against. */
export interface IntakeContext {
  /** The hub's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Whose token came with the batch; null without one. */
  readonly claims: Claims | null;
  /** Whether events of others than the token's person count as what they claim, or are refused. */
  readonly identity: 'claimed' | 'required';
  /** Whether these events may correct what the log says; browsers' may not. */
  readonly mayCorrect?: boolean | undefined;
  /** Browsers' events older than this are kept, but not scored, in milliseconds; null where none is too late. */
  readonly lateAfterMs?: number | null | undefined;
  /** Name of an event in messages, for example `events[3]`. */
  nameOf(index: number): string;
}

/** Events that passed, and the verdicts of those that did not; `settle` puts both together again. */
export interface Intake {
  readonly admitted: readonly AdmittedEvent[];
  /** One verdict an event, in their order, once it is known what became of the admitted ones. */
  settle(outcomes: readonly Outcome[]): Verdict[];
}

/** Checks events one by one; a bad one is refused by itself. */
export function takeIn(inputs: readonly unknown[], context: IntakeContext): Intake {
  const admitted: AdmittedEvent[] = [];
  const slots = inputs.map((input, index): Verdict | AdmittedEvent => {
    const checked = check(input, index, context);
    if (!('status' in checked)) admitted.push(checked);
    return checked;
  });
  return {
    admitted,
    settle(outcomes) {
      let next = 0;
      return slots.map((slot, index): Verdict => {
        if ('status' in slot) return slot;
        const outcome = outcomes[next++] ?? 'accepted';
        if (typeof outcome === 'string') {
          const isLate = slot.isLate === true && outcome === 'accepted';
          return { id: slot.id, status: outcome, ...(isLate ? { late: true } : {}) };
        }
        return refuse(slot, 'invalid_event', context.nameOf(index), [
          { path: '', message: `could not be recorded: ${outcome.refused}` },
        ]);
      });
    },
  };
}

type Refusal = Extract<Verdict, { status: 'rejected' }>;

function check(input: unknown, index: number, context: IntakeContext): AdmittedEvent | Refusal {
  const name = context.nameOf(index);
  const fault: Fault = (code, path, message) => refuse(input, code, name, [{ path, message }]);

  const parsed = parseEvent(input);
  if (!parsed.ok) return refuse(input, 'invalid_event', name, parsed.problems);
  const event = parsed.value;
  const time = Date.parse(event.timestamp);
  if (time < EARLIEST || time > context.now + AHEAD_MS) {
    const latest = new Date(context.now + AHEAD_MS).toISOString();
    return fault(
      'timestamp_out_of_range',
      'timestamp',
      `expected a time between 2000-01-01 and ${latest}, got "${event.timestamp}"`,
    );
  }
  if (event.id.startsWith('hub:')) {
    return fault(
      'invalid_event',
      'id',
      'expected an id that does not begin with "hub:", which are the hub\'s own',
    );
  }
  if (event.event === REDEMPTION)
    return fault('forbidden', 'event', 'expected no redemption: the hub alone decides them, at /v1/redeem');
  if (CORRECTIONS.includes(event.event ?? '')) {
    if (context.mayCorrect !== true)
      return fault('forbidden', 'event', `expected no correction from a browser, got "${event.event}"`);
    const correction = parseCorrection({ event: event.event, properties: event.properties });
    if (!correction.ok) return refuse(input, 'invalid_correction', name, correction.problems);
    const own = ownHomeIn(correction.value, event);
    if (own !== null) return fault('invalid_correction', own, 'expected another one than the person’s own');
  }
  if (event.event === CAMPAIGN_EVENT) {
    const impression = parseImpression(event.properties ?? {});
    if (!impression.ok) {
      const problems = impression.problems.map(({ path, message }) => ({
        path: path === '' ? 'properties' : `properties.${path}`,
        message,
      }));
      return refuse(input, 'invalid_event', name, problems);
    }
    const { kind } = impression.value;
    if (HUBS_WORD.includes(kind))
      return fault(
        'forbidden',
        'properties.kind',
        `expected what a person did, got "${kind}": the hub alone says so, “shown” at /v1/claims`,
      );
  }
  const admitted = letIn(event, context, fault);
  const { lateAfterMs = null } = context;
  const isLate = lateAfterMs !== null && time < context.now - lateAfterMs;
  return isLate && !('status' in admitted) ? { ...admitted, isLate } : admitted;
}

/** Where a correction says that somebody's facts count for themselves; null for none that does. */
function ownHomeIn(correction: Correction, { userId, companyId = '' }: Event): string | null {
  const { event, properties } = correction;
  if (event === '$move' && properties.companyId === companyId) return 'properties.companyId';
  return event === '$merge' && properties.userId === userId ? 'properties.userId' : null;
}

/** Lets an event in as what its token makes it. */
function letIn(event: Event, context: IntakeContext, fault: Fault): AdmittedEvent | Refusal {
  if (context.claims === null) return admit(event, null, fault);
  const stranger = strangerIn(event, context.claims, fault);
  // What a person did before the page said who it is was done by whom the token names.
  if (stranger === null) return admit({ ...event, userId: context.claims.userId }, context.claims, fault);
  return context.identity === 'required' ? stranger : admit(event, null, fault);
}

type Fault = (code: Refusal['code'], path: string, message: string) => Refusal;

/**
 * Why a token cannot vouch for an event; null when it can. The tabs of a browser share one queue, so events of another
 * person or company may travel with a token that is not theirs.
 */
function strangerIn(event: Event, claims: Claims, fault: Fault): Refusal | null {
  if (event.userId !== undefined && event.userId !== claims.userId) {
    return fault('identity_mismatch', 'userId', `expected the token's user, got "${event.userId}"`);
  }
  if (event.companyId !== undefined && event.companyId !== claims.companyId) {
    return fault('identity_mismatch', 'companyId', `expected the token's company, got "${event.companyId}"`);
  }
  return null;
}

function admit(event: Event, claims: Claims | null, fault: Fault): AdmittedEvent | Refusal {
  const body = JSON.stringify(event);
  const bytes = Buffer.byteLength(body);
  if (bytes > EVENT_BYTES_LIMIT) {
    return fault('too_large', '', `expected at most ${EVENT_BYTES_LIMIT} bytes, got ${bytes}`);
  }
  return {
    id: event.id,
    userId: event.userId,
    body,
    companyId: claims === null ? (event.companyId ?? '') : claims.companyId,
    role: claims === null ? null : claims.role,
  };
}

function refuse(input: unknown, code: Refusal['code'], name: string, problems: readonly Problem[]): Refusal {
  const id = (input as { id?: unknown } | null | undefined)?.id;
  const placed = problems.map(({ path, message }) => ({
    path: path === '' ? name : `${name}.${path}`,
    message,
  }));
  return {
    id: isId(id) ? id : null,
    status: 'rejected',
    code,
    message: describeProblems(placed),
    problems: placed,
  };
}
