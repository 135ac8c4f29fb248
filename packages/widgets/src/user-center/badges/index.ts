export { BadgeWall } from './BadgeWall.js';
export { badgesCss as css } from './badges.css.js';
