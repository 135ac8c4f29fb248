export { Preferences, type PreferencesProps } from './Preferences.js';
export { preferencesCss as css } from './preferences.css.js';
