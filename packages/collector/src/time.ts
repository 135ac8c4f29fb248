/** Local ISO 8601 time with the UTC offset of the place: `2026-08-22T20:04:36.120+01:00`; of now, or of then. */
export const localTime = (date = new Date()): string =>
  new Date(+date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 23) +
  // It begins with `Sat Aug 22 2026 20:04:36 GMT`: https://tc39.es/ecma262/#sec-todatestring
  `${date}`.replace(/.{28}(...)(..).*/, '$1:$2');
