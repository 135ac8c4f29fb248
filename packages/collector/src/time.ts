/** Local ISO 8601 time with the UTC offset of the place: `2026-08-22T20:04:36.120+01:00`. */
export const localTime = (): string => {
  const date = new Date();
  return (
    new Date(+date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 23) +
    // https://tc39.es/ecma262/#sec-timezoneestring
    `${date}`.replace(/.*GMT(...)(..).*/, '$1:$2')
  );
};
