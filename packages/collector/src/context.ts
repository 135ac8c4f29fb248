import type { JsonObject } from '@waymark/contracts';

/** Tells what events say of their surroundings. */
export type ContextProvider = () => JsonObject;

/** What a page says of itself is gathered anew every 2 ** 14 milliseconds, for what else may be in it. */
const GATHER_BITS = 14;

/** The page, and the page before it. */
export function page(): JsonObject {
  const { URL: url, title, referrer } = document;
  return { page: { url, title, referrer } };
}

/** The campaign that led here: the `utm_` parameters of the address, without their prefix. */
export function campaign(): JsonObject {
  const found = [...new URLSearchParams(location.search)].filter(([name]) => /^utm_/.test(name));
  return found[0]
    ? { campaign: Object.fromEntries(found.map(([name, value]) => [name.slice(4), value])) }
    : {};
}

let timezone: string;

/** The person's language and time zone. */
export function locale(): JsonObject {
  // Asking for the time zone takes most of a millisecond.
  timezone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { locale: navigator.language, timezone };
}

/** The screen's size in CSS pixels. */
export function display(): JsonObject {
  const { width, height } = screen;
  return { screen: { width, height } };
}

/** One of several. They are asked when address or title have changed, and every 16 seconds; not once an event. */
export function gather(...providers: readonly ContextProvider[]): ContextProvider {
  let place = '';
  let context: JsonObject = {};
  return () => {
    const now = `${document.URL} ${document.title} ${Date.now() >> GATHER_BITS}`;
    if (now !== place) {
      place = now;
      context = Object.assign({}, ...providers.map((provide) => provide()));
    }
    return context;
  };
}

/** All of these. For fewer, or with functions of your own: `gather(page, locale, () => ({ theme }))`. */
export const browserContext: ContextProvider = /*#__PURE__*/ gather(page, campaign, locale, display);
