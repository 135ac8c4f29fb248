import { Face } from './Face.js';
import { Brand, Glyph } from './Glyph.js';
import { THEMES } from './look.js';
import { useServices } from './services.js';
import { TABS, type Tab } from './tabs.js';

/** The product's head: its name, its sections, who is signed in. */
export function TopBar({ tab, onPick }: { tab: Tab; onPick: () => void }) {
  const { words, session, look, setLook } = useServices();
  const nextTheme = THEMES[(THEMES.indexOf(look.theme) + 1) % THEMES.length] ?? 'auto';
  const nextLanguage = look.language === 'en' ? 'zh-CN' : 'en';
  return (
    <header class="top">
      <div class="top-row">
        <a class="brand" href="#/overview">
          <Brand />
          <span>Drydock</span>
        </a>
        <nav class="tabs" aria-label={words.sections}>
          {TABS.map((name) => (
            <a key={name} href={`#/${name}`} aria-current={name === tab ? 'page' : undefined}>
              {words.tabs[name]}
            </a>
          ))}
        </nav>
        <div class="top-acts">
          <button
            type="button"
            class="plain"
            aria-label={words.theme[look.theme]}
            title={words.theme[look.theme]}
            onClick={() => setLook({ ...look, theme: nextTheme })}
          >
            <Glyph name={look.theme === 'light' ? 'sun' : look.theme === 'dark' ? 'moon' : 'auto'} />
          </button>
          <button
            type="button"
            class="plain"
            lang={nextLanguage}
            title={words.language}
            onClick={() => setLook({ ...look, language: nextLanguage })}
          >
            {nextLanguage === 'en' ? 'EN' : '中文'}
          </button>
          <button type="button" class="person" title={words.switchPerson} onClick={onPick}>
            <Face id={session.user.id} name={session.user.name} />
            <span class="person-names">
              <span class="person-name">{session.user.name}</span>
              <span class="person-company">{session.company.name}</span>
            </span>
            <Glyph name="down" />
          </button>
        </div>
      </div>
    </header>
  );
}
