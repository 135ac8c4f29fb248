import type { JsonObject } from '@waymark/contracts';

/** A part of every event's context. Asked when address or title have changed, and every 16 seconds; not once an event. */
export type ContextProvider = () => JsonObject;

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

/** All of these. Give `context` this list, one without what you don't want, or one with functions of your own. */
export const browserContext: readonly ContextProvider[] = [page, campaign, locale, display];
