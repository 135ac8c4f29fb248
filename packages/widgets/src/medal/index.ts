export { Medal, type MedalProps } from './Medal.js';
