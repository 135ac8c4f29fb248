export { Rewards, type RewardsProps } from './Rewards.js';
export { rewardsCss as css } from './rewards.css.js';
