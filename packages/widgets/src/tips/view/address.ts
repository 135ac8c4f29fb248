/** Schemes that a link may have; the hub has asked the same before. */
const GOOD = ['https:', 'http:', 'mailto:', 'tel:'];

/** An address as it may be followed, read as the browser will read it; undefined for one that may not. */
export function safeAddress(address: unknown): string | undefined {
  try {
    const text = String(address);
    return GOOD.includes(new URL(text, document.baseURI).protocol) ? text : undefined;
  } catch {
    return undefined;
  }
}
