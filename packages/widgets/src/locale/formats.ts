/** Numbers and dates as a language writes them. Days and times are those written in the timestamp: the person's own. */
export interface Formats {
  number(value: number): string;
  /** Short from a hundred thousand on: `1.2M`, `123万`. */
  compact(value: number): string;
  /** With its sign: `+10`. */
  signed(value: number): string;
  /** With its sign, short from a hundred thousand on: `+1.2M`. */
  gain(value: number): string;
  plural(value: number): Intl.LDMLPluralRule;
  /** `14:02` */
  time(timestamp: string): string;
  /** `Aug 22, 2026` */
  date(timestamp: string): string;
  /** A day as people say it: `today`, `yesterday`, else `Fri, Aug 14`. */
  day(day: string, today: string): string;
  /** `Mon`, `一` in its narrowest clear form. */
  weekday(day: string): string;
  /** `Aug` */
  month(day: string): string;
  /** The present day, week or month as people call it: `today`, `this week`. */
  present(unit: 'day' | 'week' | 'month'): string;
  /** How much of a whole: `58%`. */
  percent(share: number): string;
}

const COMPACT_FROM = 100_000;
const cache = new Map<string, Formats>();

/** The formats of a language; made once, because `Intl` objects are slow to make. An unknown tag gets English. */
export function formatsOf(locale: string): Formats {
  const known = cache.get(locale);
  if (known !== undefined) return known;
  const formats = createFormats(supported(locale));
  cache.set(locale, formats);
  return formats;
}

function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function createFormats(locale: string): Formats {
  // Each costs milliseconds to make, and no widget needs all of them.
  const numbers = (options: Intl.NumberFormatOptions = {}) => {
    const format = later(() => new Intl.NumberFormat(locale, options));
    return (value: number) => format().format(value);
  };
  const number = numbers();
  const signed = numbers({ signDisplay: 'always' });
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;
  const short = numbers(compact);
  const shortSigned = numbers({ ...compact, signDisplay: 'always' });
  const plural = later(() => new Intl.PluralRules(locale));
  const relative = later(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = later(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
    return (text: string) => {
      const moment = wallClock(text);
      return moment === null ? text : format().format(moment);
    };
  };
  const weekdayDate = dates({ weekday: 'short', month: 'short', day: 'numeric' });
  const date = dates({ dateStyle: 'medium' });
  return {
    number,
    compact: (value) => (Math.abs(value) < COMPACT_FROM ? number : short)(value),
    signed,
    gain: (value) => (Math.abs(value) < COMPACT_FROM ? signed : shortSigned)(value),
    percent: numbers({ style: 'percent' }),
    plural: (value) => plural().select(value),
    time: dates({ timeStyle: 'short' }),
    date,
    day: (day, today) => {
      const apart = daysBetween(today, day);
      if (apart === 0 || apart === -1) return capital(relative().format(apart, 'day'), locale);
      return (day.slice(0, 4) === today.slice(0, 4) ? weekdayDate : date)(day);
    },
    weekday: dates({ weekday: locale.startsWith('zh') ? 'narrow' : 'short' }),
    month: dates({ month: 'short' }),
    present: (unit) => relative().format(0, unit),
  };
}

function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Makes what nearly every screen needs ahead of time, while nothing else is to be done. */
export function warmUp({ number, signed, plural, weekday, day, time }: Formats): void {
  const [today, other] = ['2026-08-22', '2026-08-19'];
  number(0);
  signed(0);
  plural(0);
  weekday(today);
  day(today, today);
  day(other, today);
  time(today);
}

/** The moment at which a clock in UTC shows what the timestamp says, whatever its offset. */
function wallClock(timestamp: string): Date | null {
  const text = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(timestamp);
  if (text === null) return null;
  const moment = new Date(`${text[1]}T${text[2] ?? '00:00'}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** Whole days from one local day to another; `NaN` where one is none. */
export function daysBetween(from: string, to: string): number {
  const start = wallClock(from);
  const end = wallClock(to);
  return start === null || end === null
    ? Number.NaN
    : Math.round((end.getTime() - start.getTime()) / 86_400_000);
}

function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}

/** The local day of a moment as `2026-08-22`. */
export function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
