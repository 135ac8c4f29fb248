/** Longest address, in characters. */
export const ADDRESS_LIMIT = 2_000;

/**
 * What a browser strips or reads over before it looks for a scheme, what shows as nothing, and the backslash, which it
 * takes for a slash: https://url.spec.whatwg.org/#concept-basic-url-parser
 */
const UNSEEN = /[\s\\\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}\p{Z}]/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** A host, and before it no name and password, by which one address can pass for another. */
const WEB = /^https?:\/\/[^/?#@:[\]]+(?::\d{1,5})?(?:[/?#]|$)/i;
const MAIL = /^mailto:[^\s:/?@,;]+@[^\s:/?@,;]+(?:\?[^?]*)?$/i;

/**
 * What is wrong with an address that a link may lead to, or null when nothing is: `http`, `https`, `mailto`, or relative to
 * the host page. One that names another host without its scheme is not relative.
 *
 * @example addressFault('java\nscript:alert(1)') // "expected an address without spaces and unseen characters"
 */
export function addressFault(address: string): string | null {
  if (address === '') return 'expected an address, got ""';
  if (address.length > ADDRESS_LIMIT) return `expected at most ${ADDRESS_LIMIT} characters`;
  if (UNSEEN.test(address)) return 'expected an address without spaces, backslashes and unseen characters';
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    return WEB.test(address)
      ? null
      : `expected a host after ${scheme}://, without a name or password before it`;
  }
  if (scheme === 'mailto') return MAIL.test(address) ? null : 'expected mailto: with one mail address';
  if (scheme !== undefined) return `expected http, https, mailto or a relative address, got "${scheme}:"`;
  if (address.startsWith('//')) return 'expected https:// before a host, got "//"';
  // A colon before the first slash begins a scheme to some reader or other.
  return /^[^/?#]*:/.test(address) ? 'expected a relative address without ":" before its first "/"' : null;
}

/** What is wrong with an address that a picture is loaded from, or null: as {@link addressFault}, without mail. */
export function pictureFault(address: string): string | null {
  if (/^mailto:/i.test(address)) return 'expected http, https or a relative address, got "mailto:"';
  return addressFault(address);
}
