import type { Localized } from '@waymark/contracts';

/** Numbers, times and the playbook's texts, as one language writes them. */
export interface Format {
  /** Its language tag. */
  readonly locale: string;
  number(value: number): string;
  /** A share from 0 to 1 as `12.5%`. */
  percent(share: number): string;
  /** A difference of shares in hundredths: `+1.5`, `−0.2`. */
  hundredths(difference: number): string;
  /** `+1,200`, `0`, `−5` */
  signed(value: number): string;
  /** The time of day on the operator's clock, with seconds. */
  clock(iso: string): string;
  /** A time on the operator's clock. */
  moment(iso: string): string;
  /** A time on the wall clock of the person it happened to, whatever the operator's time zone is. */
  wall(iso: string): string;
  /** `Aug 3` of a day `2026-08-03`. */
  day(day: string): string;
  /** `3 months ago` */
  ago(iso: string, now: number): string;
  /** The text in this language, or the nearest one there is. */
  text(localized: Localized): string;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** Formats for one language tag. */
export function createFormat(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const signs = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
  const short: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  const moment = new Intl.DateTimeFormat(locale, short);
  const wall = new Intl.DateTimeFormat(locale, { ...short, timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return {
    locale,
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    hundredths: (difference) => hundredths.format(difference * 100),
    signed: (value) => signs.format(value),
    clock: (iso) => onDate(clock, iso),
    moment: (iso) => onDate(moment, iso),
    wall: (iso) => onDate(wall, `${iso.slice(0, 19)}Z`, iso),
    day: (text) => onDate(day, `${text}T00:00:00Z`, text),
    ago: (iso, now) => {
      const past = Date.parse(iso) - now;
      if (Number.isNaN(past)) return iso;
      const [unit, size] = STEPS.find(([, length]) => Math.abs(past) >= length) ?? ['second', 1_000];
      return relative.format(Math.trunc(past / size), unit);
    },
    text: (localized) => textIn(localized, locale),
  };
}

function onDate(format: Intl.DateTimeFormat, iso: string, shown = iso): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? shown : format.format(time);
}

function textIn(localized: Localized, locale: string): string {
  if (typeof localized === 'string') return localized;
  const language = locale.split('-')[0] ?? locale;
  const near = Object.keys(localized).find((tag) => tag.split('-')[0] === language);
  return localized[locale] ?? (near && localized[near]) ?? localized.en ?? Object.values(localized)[0] ?? '';
}
