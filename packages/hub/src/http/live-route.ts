import type { LiveMessage } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { committedAfter } from '../read/committed.js';
import { liveEvents } from '../read/live-events.js';
import { headOf } from '../read/member-state.js';
import { type CommittedEvent, TOLD_LIMIT } from '../record/request.js';
import type { HubContext } from './context.js';
import { type EventStream, openEventStream } from './event-stream.js';

/** Events shown when the page opens. */
const BACKLOG = 50;
const GATHER_MS = 100;

/** `GET /admin/v1/live`: every event as it arrives, with what it brought, and what was refused. */
export function liveRoute(scope: FastifyInstance, context: HubContext): void {
  const { feed, gate, rejections, settings } = context;
  scope.get('/live', async (request, reply) => {
    gate.check();
    let waiting: CommittedEvent[] = [];
    let seen = 0;
    let stream: EventStream | null = null;
    let timer: NodeJS.Timeout | undefined;
    let last: Promise<void> = Promise.resolve();

    // Listens before it reads what came before, so that nothing falls between.
    const undo = [
      feed.onCommit(({ events, head }) => {
        waiting = [...waiting, ...events.filter(({ position }) => position > seen)].slice(-TOLD_LIMIT);
        seen = Math.max(seen, head);
        later();
      }),
      rejections.listen((verdicts) => {
        const message: LiveMessage = {
          type: 'rejected',
          at: new Date(settings.now()).toISOString(),
          verdicts,
        };
        if (stream?.closed === false) stream.send(message);
      }),
    ];
    const stop = (): void => {
      clearTimeout(timer);
      for (const one of undo) one();
    };

    async function flush(): Promise<void> {
      if (stream === null) return;
      await stream.drained();
      const events = waiting;
      waiting = [];
      if (events.length === 0 || stream.closed) return;
      try {
        const message: LiveMessage = { type: 'events', events: await liveEvents(context, events) };
        stream.send(message, String(events.at(-1)?.position));
      } catch (error) {
        settings.onError(error);
        stream.end();
      }
    }
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        last = last.then(flush);
      }, GATHER_MS);
    };

    try {
      const before = await backlog(positionIn(request.headers['last-event-id']));
      waiting = [...before, ...waiting.filter(({ position }) => position > (before.at(-1)?.position ?? 0))];
    } catch (error) {
      stop();
      throw error;
    }
    stream = openEventStream(reply, { heartbeatMs: settings.heartbeatMs, headers: {} });
    gate.add(stream);
    stream.onClose(stop);
    last = flush();
  });

  async function backlog(from: number | null): Promise<readonly CommittedEvent[]> {
    const head = await headOf(context.reader.kysely, context.tenant);
    return (await committedAfter(context, Math.max(from ?? 0, head - BACKLOG), BACKLOG)).events;
  }
}

function positionIn(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
