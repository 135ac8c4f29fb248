import type { Services } from '../app/services.js';
import type { IconName } from '../parts/Icon.js';
import { THEMES } from '../preferences.js';
import { companyHref, personHref } from '../route.js';
import { LANGUAGES, type Language } from '../words/languages.js';

/** One thing that can be chosen in the palette. */
export interface Choice {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly detail: string;
  run(): void;
}

/** Choices under one heading. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

const FOUND = 6;

/** Pages and commands, which need no hub. */
export function ownChoices({ words, router, preferences, session }: Services): ChoiceGroup[] {
  const pages = (['live', 'people', 'companies', 'campaigns', 'simulate'] as const).map((page) => ({
    id: `page-${page}`,
    icon: page,
    label: words.pages[page],
    detail: words[page].lead,
    run: () => router.go(`#/${page}`),
  }));
  const languages = (Object.keys(LANGUAGES) as Language[]).map((language) => ({
    id: `language-${language}`,
    icon: 'language' as const,
    label: words.palette.languageTo(LANGUAGES[language]),
    detail: '',
    run: () => preferences.language.set(language),
  }));
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    icon: ({ auto: 'auto', light: 'sun', dark: 'moon' } as const)[theme],
    label: words.palette.themeTo(words.menu.themes[theme]),
    detail: '',
    run: () => preferences.theme.set(theme),
  }));
  const leave = {
    id: 'sign-out',
    icon: 'leave' as const,
    label: words.menu.signOut,
    detail: '',
    run: () => session.signOut(),
  };
  return [
    { label: words.palette.pages, choices: pages },
    { label: words.palette.commands, choices: [...themes, ...languages, leave] },
  ];
}

/** Choices whose words hold what was typed. */
export function matching(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const wanted = typed.toLocaleLowerCase();
  return groups
    .map(({ label, choices }) => ({
      label,
      choices: choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** People and companies the hub finds. */
export async function foundChoices(
  services: Services,
  typed: string,
  signal: AbortSignal,
): Promise<ChoiceGroup[]> {
  const { api, words, router } = services;
  const [people, companies] = await Promise.all([
    api.people({ search: typed }, signal),
    api.companies({ search: typed }, signal),
  ]);
  const groups: ChoiceGroup[] = [
    {
      label: words.palette.people,
      choices: people.rows.slice(0, FOUND).map(({ userId, companyId, name, companyName }) => ({
        id: `person-${companyId}-${userId}`,
        icon: 'people',
        label: name,
        detail: companyName,
        run: () => router.go(personHref(companyId, userId)),
      })),
    },
    {
      label: words.palette.companies,
      choices: companies.rows.slice(0, FOUND).map(({ companyId, name }) => ({
        id: `company-${companyId}`,
        icon: 'companies',
        label: name,
        detail: companyId,
        run: () => router.go(companyHref(companyId)),
      })),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
