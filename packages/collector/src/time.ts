const two = (value: number): string => `${value < 10 ? 0 : ''}${value}`;

/** Local ISO 8601 time with the UTC offset of the place: `2026-08-22T20:04:36.120+01:00`. */
export function localTime(time: number): string {
  const offset = -new Date(time).getTimezoneOffset();
  const size = Math.abs(offset);
  return (
    new Date(time + offset * 60_000).toISOString().slice(0, -1) +
    (offset < 0 ? '-' : '+') +
    two(Math.floor(size / 60)) +
    ':' +
    two(size % 60)
  );
}
