import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../hub/api.js';
import { createLiveStore, type LiveStore } from '../pages/live/live-store.js';
import { Palette } from '../palette/Palette.js';
import type { Preferences } from '../preferences.js';
import { useReadable } from '../readable.js';
import type { Router } from '../route.js';
import type { Session } from '../session.js';
import { createFormat } from '../words/format.js';
import { wordsOf } from '../words/languages.js';
import { Gate } from './Gate.js';
import { PageOutlet } from './PageOutlet.js';
import { Rail } from './Rail.js';
import { type Services, ServicesContext } from './services.js';

/** What the console is made of before anything is drawn. */
export interface Parts {
  readonly api: Api;
  readonly session: Session;
  readonly preferences: Preferences;
  readonly router: Router;
}

/** The console: sign-in first, then the rail, a page and the command palette. */
export function App({ parts }: { parts: Parts }) {
  const token = useReadable(parts.session.token);
  const language = useReadable(parts.preferences.language);
  const live = useLiveStore(parts.api, token);
  const said = useMemo(() => ({ words: wordsOf(language), format: createFormat(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (token === null || live === null) {
    return token === null ? <Gate session={parts.session} words={said.words} /> : null;
  }
  const services: Services = { ...parts, ...said, live };
  return (
    <ServicesContext.Provider value={services}>
      <Frame />
    </ServicesContext.Provider>
  );
}

function Frame() {
  const [finding, setFinding] = useState(false);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setFinding((open) => !open);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="frame">
      <Rail onFind={() => setFinding(true)} onSkip={() => main.current?.focus()} />
      <main class="main" ref={main} tabIndex={-1}>
        <PageOutlet />
      </main>
      {finding && <Palette onClose={() => setFinding(false)} />}
    </div>
  );
}

/** The live stream lives as long as the token does, whichever page is open. */
function useLiveStore(api: Api, token: string | null): LiveStore | null {
  const [live, setLive] = useState<LiveStore | null>(null);
  useEffect(() => {
    if (token === null) return;
    const store = createLiveStore(api);
    setLive(store);
    return () => {
      store.dispose();
      setLive(null);
    };
  }, [api, token]);
  return live;
}
