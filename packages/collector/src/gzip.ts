/** Compresses a request's body; the value for the option `compress`. Where the browser cannot, the body goes as it is. */
export async function gzip(init: RequestInit): Promise<void> {
  if (!('CompressionStream' in globalThis)) return;
  const plain = new Response(init.body as BodyInit).body as ReadableStream<Uint8Array<ArrayBuffer>>;
  init.body = await new Response(plain.pipeThrough(new CompressionStream('gzip'))).blob();
  init.headers = { ...init.headers, 'content-encoding': 'gzip' };
}
