import type { Fetch } from './options.js';

/** Requests with compressed bodies; the value for the option `fetch`. Where there is no way or time, they go as they are. */
export const gzip: Fetch = async (url, init, isLeaving) => {
  if (isLeaving || !('CompressionStream' in globalThis)) return fetch(url, init);
  const plain = new Response(init.body as BodyInit).body as ReadableStream<Uint8Array<ArrayBuffer>>;
  const body = await new Response(plain.pipeThrough(new CompressionStream('gzip'))).blob();
  return fetch(url, {
    ...init,
    body,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...init.headers, 'content-encoding': 'gzip' },
  });
};
