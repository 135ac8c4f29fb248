import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Desk } from './Desk.js';
import { Footer } from './Footer.js';
import { type Activity, loadActivity } from './host-api.js';
import { List } from './List.js';
import { useLoaded } from './loaded.js';
import { applyLook, type Look, readLook } from './look.js';
import { Overview } from './Overview.js';
import { Picker } from './Picker.js';
import { createFormats, type Services, ServicesContext } from './services.js';
import type { Session } from './session.js';
import { TopBar } from './TopBar.js';
import { type Tab, tabOf } from './tabs.js';
import { trackDone } from './waymark.js';
import { wordsOf } from './words.js';
import type { WorkItem } from './work.js';

/** The product. */
export function App({ session }: { session: Session }) {
  const [look, setLook] = useState<Look>(readLook);
  const [tab, setTab] = useState<Tab>(() => tabOf(location.hash));
  const [picking, setPicking] = useState(false);
  const [done, setDone] = useState<readonly Activity[]>([]);
  const loaded = useLoaded(session.company.id, (signal) => loadActivity(session.company.id, signal));

  useEffect(() => {
    const follow = () => setTab(tabOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const services = useMemo<Services>(
    () => ({
      session,
      look,
      words: wordsOf(look.language),
      setLook(next) {
        applyLook(next);
        setLook(next);
      },
      ...createFormats(look),
    }),
    [session, look],
  );

  const closePicker = useCallback(() => setPicking(false), []);
  const finish = (item: WorkItem, seed: string) => {
    trackDone(item);
    const { id: userId, name } = session.user;
    const timestamp = new Date().toISOString();
    setDone((before) => [
      { id: seed, event: item.event, userId, name, timestamp, files: item.files, bot: false },
      ...before,
    ]);
  };
  const items = [...done, ...(loaded.value?.items ?? [])];
  return (
    <ServicesContext.Provider value={services}>
      <TopBar tab={tab} onPick={() => setPicking(true)} />
      <main class="main">
        {tab === 'overview' ? (
          <Overview people={loaded.value?.people ?? null} items={items} loaded={loaded}>
            <Desk onDone={finish} />
          </Overview>
        ) : (
          <List key={tab} tab={tab} items={items} loaded={loaded} />
        )}
      </main>
      <Footer />
      {picking && <Picker onClose={closePicker} />}
    </ServicesContext.Provider>
  );
}
