// A DevTools connection over the browser's pipe: JSON messages that end with a zero byte. Unlike Playwright it emulates
// nothing (no forced focus, no throttling switched off), so that hiding, freezing and killing are the real thing.

/** Speaks DevTools over a pair of pipes. `send` rejects when the browser is gone. */
export function openDevtools(writable, readable) {
  const waiting = new Map();
  const listeners = new Set();
  let nextId = 1;
  let rest = Buffer.alloc(0);
  let isGone = false;

  const end = () => {
    isGone = true;
    for (const { reject, method } of waiting.values())
      reject(new Error(`The browser went away during ${method}`));
    waiting.clear();
  };
  readable.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let stop = rest.indexOf(0); stop >= 0; stop = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, stop).toString('utf8'));
      rest = rest.subarray(stop + 1);
      receive(message);
    }
  });
  for (const stream of [readable, writable]) stream.on('close', end).on('error', end);

  function receive(message) {
    const waiter = waiting.get(message.id);
    if (!waiter) {
      for (const listener of [...listeners]) listener(message);
      return;
    }
    waiting.delete(message.id);
    if (message.error) waiter.reject(new Error(`${waiter.method}: ${message.error.message}`));
    else waiter.resolve(message.result);
  }

  function send(method, params = {}, sessionId = undefined) {
    if (isGone) return Promise.reject(new Error(`The browser is gone; ${method} was not sent`));
    const id = nextId++;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject, method }));
    writable.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  /** Hears every event of the browser until the returned function is called. */
  function listen(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { send, listen };
}
