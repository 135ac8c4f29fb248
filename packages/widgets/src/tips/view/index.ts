export { type Drawing, mountTip, type Spot, type TipView, type TipViewOptions } from './mount.js';
