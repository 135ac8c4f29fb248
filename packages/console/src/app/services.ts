import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../hub/api.js';
import type { LiveStore } from '../pages/live/live-store.js';
import type { Preferences } from '../preferences.js';
import type { Router } from '../route.js';
import type { Session } from '../session.js';
import type { Words } from '../words/en.js';
import type { Format } from '../words/format.js';

/** What every part of the console may use. */
export interface Services {
  readonly api: Api;
  readonly live: LiveStore;
  readonly session: Session;
  readonly preferences: Preferences;
  readonly router: Router;
  readonly words: Words;
  readonly format: Format;
}

/** Hands the services down; set once by the app. */
export const ServicesContext = createContext<Services | null>(null);

/** The services, inside the app. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('[console] Expected to be drawn inside <App>.');
  return services;
}
