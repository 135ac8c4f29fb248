export { League } from './League.js';
export { leagueCss as css } from './league.css.js';
