import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Look } from './look.js';
import type { Session } from './session.js';
import type { Title } from './titles.js';
import type { Words } from './words.js';

/** What every part of the page may use. */
export interface Services {
  readonly session: Session;
  readonly look: Look;
  readonly words: Words;
  setLook(look: Look): void;
  number(value: number): string;
  /** `3 months ago` */
  ago(iso: string): string;
  text(title: Title): string;
}

/** Hands the services down. */
export const ServicesContext = createContext<Services | null>(null);

/** The services, inside the app. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('Expected to be drawn inside <App>.');
  return services;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Numbers, times and titles in a language. */
export function createFormats(look: Look): Pick<Services, 'number' | 'ago' | 'text'> {
  const numbers = new Intl.NumberFormat(look.language);
  const relative = new Intl.RelativeTimeFormat(look.language, { numeric: 'auto' });
  return {
    number: (value) => numbers.format(value),
    ago(iso) {
      const past = Date.parse(iso) - Date.now();
      const step = STEPS.find(([, length]) => Math.abs(past) >= length);
      return step ? relative.format(Math.trunc(past / step[1]), step[0]) : relative.format(0, 'second');
    },
    text: (title) => title[look.language],
  };
}
