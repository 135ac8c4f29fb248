import { growthCss } from './growth/growth.css.js';
import { questsCss } from './growth/quests.css.js';
import { streaksCss } from './growth/streaks.css.js';
import { homeCss } from './home/home.css.js';
import { stateCss } from './state.css.js';

/** Everything that can stand alone: the sections of the user center, and the states they can be in. */
export const sectionsCss = stateCss + homeCss + growthCss + questsCss + streaksCss;
