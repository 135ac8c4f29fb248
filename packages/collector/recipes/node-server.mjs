// Receives batches with nothing but Node: `createReceiver(save).listen(4000)`. `save(events)` keeps what is new; events
// come at least once, so it dedupes by `id`. The answer goes out after it, for a yes lets the browser forget.
import { createServer } from 'node:http';

const LIMIT = 1_000_000;

export function createReceiver(save) {
  return createServer(async (request, response) => {
    const answer = (status, body) =>
      response
        .writeHead(status, { 'access-control-allow-origin': '*', 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    try {
      let text = '';
      for await (const part of request.setEncoding('utf8')) {
        text += part;
        if (text.length > LIMIT) return answer(413, { error: `Expected at most ${LIMIT} characters.` });
      }
      const { events } = JSON.parse(text);
      await save(events);
      answer(200, { verdicts: events.map(({ id }) => ({ id, status: 'accepted' })) });
    } catch (error) {
      // What is no JSON never will be; everything else may go better next time.
      answer(error instanceof SyntaxError ? 400 : 503, { error: error.message });
    }
  });
}
