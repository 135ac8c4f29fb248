import type { Deliveries, StreamMessage } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import type { Meeting } from '../campaigns/decisions.js';
import type { Claims } from '../identity/token.js';
import { seenAs } from '../read/context.js';
import { type Commit, memberKey } from '../record/request.js';
import { userOf } from './bearer.js';
import type { HubContext } from './context.js';
import { OPEN_TO_ALL } from './cors.js';
import { type EventStream, openEventStream } from './event-stream.js';

/**
 * `GET /v1/stream`: the token's user's view and then its changes, until the token ends. With `?once` only what there is
 * now, for those whose proxy lets nothing through before an answer ends.
 */
export function streamRoute(scope: FastifyInstance, context: HubContext): void {
  const { keys, settings, gate } = context;
  scope.get<{ Querystring: { once?: string } }>('/stream', async (request, reply) => {
    const claims = await userOf(request, keys.signingKey, settings.now());
    gate.check();
    await context.remember(claims);
    const position = request.headers['last-event-id'];
    const seen = await seenAs(context, claims);
    const stream = openEventStream(reply, { heartbeatMs: settings.heartbeatMs, headers: OPEN_TO_ALL });
    gate.add(stream, seen);
    const from = typeof position === 'string' && position !== '' ? position : null;
    push(stream, claims, from, request.query.once !== undefined, context);
  });
}

/** What the turn of a day costs for one stream, about. */
const TURN_MS = 5;

/** Pushes what concerns a member; changes that come while the reader or the database is slow make one message. */
function push(
  stream: EventStream,
  claims: Claims,
  from: string | null,
  once: boolean,
  context: HubContext,
): void {
  const { decisions, feed, gate, settings, views } = context;
  let position = from;
  let isStale = true;
  let isBusy = false;
  let timer: NodeJS.Timeout | undefined;
  /** The local day last told of, and what wakes when it is over. */
  let day: string | null = null;
  let turn: NodeJS.Timeout | undefined;
  /** What was decided about campaigns while it stands, and what the reader was last told of them. */
  let meeting: Meeting | null = null;
  let isDecided = false;
  let campaigns: string | null = null;

  const me = memberKey(claims.companyId, claims.userId);
  /** Under another id, if the person goes on under one. */
  let seen = me;
  const concerns = ({ companies, members, isForAll }: Commit): boolean =>
    isForAll === true || companies.includes(claims.companyId) || members.has(me) || members.has(seen);

  async function flush(): Promise<void> {
    timer = undefined;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isStale && !stream.closed) {
        isStale = false;
        const message = await nextMessage();
        position = message.type === 'snapshot' ? message.snapshot.position : message.position;
        stream.send(message, position);
        if (once) stream.end();
        await stream.drained();
      }
    } catch (error) {
      settings.onError(error);
      // The reader comes again with its last position and misses nothing.
      stream.end();
    } finally {
      isBusy = false;
    }
    if (isStale && !stream.closed) later();
  }

  async function nextMessage(): Promise<StreamMessage> {
    const { companyId, userId } = await seenAs(context, claims);
    seen = memberKey(companyId, userId);
    const told = await views.tell(claims, claims.role, position, day);
    day = told.day;
    clearTimeout(turn);
    // Everybody's day turns at once: each stream more has them wait for each other a little longer.
    const dayOver = told.until - settings.now() + Math.random() * gate.count() * TURN_MS;
    if (!isDecided) {
      isDecided = true;
      meeting = await decisions.of(claims, claims.role);
    }
    const wait = Math.min(dayOver, (meeting?.until ?? Infinity) - settings.now());
    if (!stream.closed) turn = setTimeout(decideAnew, Math.max(0, wait));
    return meeting === null ? told.message : withCampaigns(told.message, meeting.campaigns);
  }

  /** Of campaigns only what differs from what the reader has. */
  function withCampaigns(message: StreamMessage, next: Deliveries): StreamMessage {
    const text = JSON.stringify(next);
    const isKnown = text === campaigns;
    campaigns = text;
    if (message.type === 'snapshot')
      return { ...message, snapshot: { ...message.snapshot, campaigns: next } };
    const { campaigns: _, ...replace } = message.replace;
    return { ...message, replace: isKnown ? replace : { ...replace, campaigns: next } };
  }

  function stale(): void {
    isStale = true;
    later();
  }

  function decideAnew(): void {
    isDecided = false;
    stale();
  }

  function later(): void {
    timer ??= setTimeout(() => void flush(), settings.gatherMs);
  }

  const undo = feed.onCommit((commit) => {
    if (!concerns(commit)) return;
    const { members, meeting: companies = [], isForAll } = commit;
    if (isForAll !== true) {
      // Most of what colleagues do changes nothing about what somebody meets.
      const isNear = members.has(me) || members.has(seen) || companies.includes(claims.companyId);
      return isNear ? decideAnew() : stale();
    }
    // What concerns everybody has them wait for each other as the turn of a day does.
    clearTimeout(turn);
    turn = setTimeout(decideAnew, Math.random() * gate.count() * TURN_MS);
  });
  const end = setTimeout(() => stream.end(), Math.max(0, claims.expires - settings.now()));
  stream.onClose(() => {
    undo();
    clearTimeout(end);
    clearTimeout(timer);
    clearTimeout(turn);
  });
  void flush();
}
