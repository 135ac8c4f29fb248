import { useResource } from '../hub/resource.js';
import { Icon, type IconName } from '../parts/Icon.js';
import { Mark } from '../parts/Mark.js';
import { THEMES, type Theme } from '../preferences.js';
import { useReadable } from '../readable.js';
import { LANGUAGES, type Language } from '../words/languages.js';
import { sectionOf } from './PageOutlet.js';
import { useServices } from './services.js';

const PAGES = ['live', 'people', 'companies', 'campaigns', 'simulate'] as const;
const THEME_ICONS: Record<Theme, IconName> = { auto: 'auto', light: 'sun', dark: 'moon' };

/** The left rail: where one can go, what to find, how it looks, and which hub this is. */
export function Rail({ onFind, onSkip }: { onFind: () => void; onSkip: () => void }) {
  const { router, words } = useServices();
  const current = sectionOf(useReadable(router.route));
  return (
    <header class="rail">
      <button type="button" class="skip" onClick={onSkip}>
        {words.skip}
      </button>
      <a class="brand" href="#/live">
        <Mark />
        <span class="brand-name">
          {words.product} <span class="brand-kind">{words.console}</span>
        </span>
      </a>
      <button
        type="button"
        class="find"
        aria-label={words.menu.find}
        title={words.menu.find}
        onClick={onFind}
      >
        <Icon name="search" />
        <span class="find-label">{words.palette.title}</span>
        <kbd>{isApple() ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <nav class="rail-pages" aria-label={words.navigation}>
        {PAGES.map((page) => (
          <a key={page} href={`#/${page}`} aria-current={page === current ? 'page' : undefined}>
            <Icon name={page} />
            <span class="rail-label">{words.pages[page]}</span>
          </a>
        ))}
      </nav>
      <HubFacts />
      <Choices />
    </header>
  );
}

function HubFacts() {
  const { api, router, words, format } = useServices();
  // Asked anew on every page, so that the numbers keep up.
  const { value } = useResource(useReadable(router.route).page, (signal) => api.overview(signal));
  if (value === null) return <div class="hub-facts" aria-hidden="true" />;
  const facts: [string, string][] = [
    [words.people.events, format.number(value.events)],
    [words.pages.people, format.number(value.users)],
    [words.pages.companies, format.number(value.companies)],
  ];
  return (
    <div class="hub-facts">
      <dl>
        {facts.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{number}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.menu.playbook(value.playbook.id, format.number(value.playbook.version))}
        <br />
        {words.menu.version(value.version)}
      </p>
    </div>
  );
}

function Choices() {
  const { preferences, session, words } = useServices();
  const theme = useReadable(preferences.theme);
  const language = useReadable(preferences.language);
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  const nextLanguage: Language = language === 'en' ? 'zh-CN' : 'en';
  const themeLabel = `${words.menu.theme}: ${words.menu.themes[theme]}`;
  return (
    <div class="choices">
      <button
        type="button"
        class="button button-bare button-icon"
        aria-label={themeLabel}
        title={themeLabel}
        onClick={() => preferences.theme.set(nextTheme)}
      >
        <Icon name={THEME_ICONS[theme]} />
      </button>
      <button
        type="button"
        class="button button-bare"
        lang={nextLanguage}
        title={words.menu.language}
        onClick={() => preferences.language.set(nextLanguage)}
      >
        <Icon name="language" />
        <span class="choice-label">{LANGUAGES[nextLanguage]}</span>
      </button>
      <button
        type="button"
        class="button button-bare button-icon choice-leave"
        aria-label={words.menu.signOut}
        title={words.menu.signOut}
        onClick={() => session.signOut()}
      >
        <Icon name="leave" />
      </button>
    </div>
  );
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
