/** Local ISO 8601 time with the UTC offset of the place: `2026-08-22T20:04:36.120+01:00`. */
export const localTime = (time: number): string => {
  const ahead = -new Date(time).getTimezoneOffset() * 60_000;
  const iso = (ms: number) => new Date(ms).toISOString();
  return iso(time + ahead).slice(0, 23) + (ahead < 0 ? '-' : '+') + iso(Math.abs(ahead)).slice(11, 16);
};
