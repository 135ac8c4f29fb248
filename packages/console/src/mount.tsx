import { render } from 'preact';
import { App } from './app/App.js';
import { createApi } from './hub/api.js';
import { createMemory } from './memory.js';
import { createPreferences } from './preferences.js';
import { createRouter } from './route.js';
import { createSession, tokenOf } from './session.js';
import { adoptStyles } from './style/adopt.js';

/** Where a console is drawn and which hub it asks. */
export interface ConsoleOptions {
  /** What it fills. */
  readonly host: Element;
  /** The admin API's address, with a slash at its end. */
  readonly api: URL;
}

/** Draws the console and returns its undo. */
export function mountConsole({ host, api }: ConsoleOptions): () => void {
  const incoming = tokenOf(location.hash);
  // The token must not stay where it is copied, bookmarked or seen over a shoulder.
  if (incoming !== null) history.replaceState(null, '', '#/live');
  const session = createSession(
    createMemory(() => sessionStorage),
    incoming,
  );
  const preferences = createPreferences(
    createMemory(() => localStorage),
    navigator.languages,
  );
  const router = createRouter(window);
  const undoStyles = adoptStyles(document, preferences.theme);
  render(<App parts={{ api: createApi(api, session), session, preferences, router }} />, host);
  return () => {
    render(null, host);
    undoStyles();
    router.dispose();
  };
}
