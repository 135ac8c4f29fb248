import type { Catalog } from '../../locale/message.js';

/** The league's strings in English. */
export const en = {
  leagueOf: 'League {league} of {total}',
  goingUp: 'Going up',
  staying: 'Staying',
  goingDown: 'Going down',
  leagueSettles: 'Final on {date}: until then late points still count.',
  leagueJoin: 'Your first points {period} put you into a group.',
  leagueFew: 'Too few people play in this league for a ranking.',
  lastUp: 'Last time: place {rank} of {people}, and up.',
  lastStay: 'Last time: place {rank} of {people}.',
  lastDown: 'Last time: place {rank} of {people}, and down.',
} as const satisfies Catalog;

/** Names of the league's strings. */
export type LeagueKey = keyof typeof en;

/** The league's strings in Chinese. */
export const zh: Catalog<LeagueKey> = {
  leagueOf: '第 {league} 级，共 {total} 级',
  goingUp: '晋级区',
  staying: '保级区',
  goingDown: '降级区',
  leagueSettles: '{date}最终确定，在此之前补记的分数仍然有效。',
  leagueJoin: '{period}获得第一笔成长值后即可进组。',
  leagueFew: '本级联赛参与人数太少，暂不排名。',
  lastUp: '上期第 {rank} 名，共 {people} 人，已晋级。',
  lastStay: '上期第 {rank} 名，共 {people} 人。',
  lastDown: '上期第 {rank} 名，共 {people} 人，已降级。',
};
