import type { LeaguePlace, LeagueView } from '@waymark/contracts';
import { type Placement, settlesOn, windowKeys } from '@waymark/engine';
import { aliasOf } from '../privacy/pseudonym.js';
import { memberKey, memberOf } from '../record/request.js';
import type { Member, ReadContext } from './context.js';
import type { Follower } from './follower.js';
import { createLeagueTables, type LeagueTable } from './league-tables.js';
import { createPeopleShown } from './people-shown.js';
import { shownTo } from './shown-person.js';

/** A member's league on a local day; null where the playbook has none. */
export type LeagueOf = (member: Member, day: string) => Promise<LeagueView | null>;

/** Fewer people than this make no ranking: two of them would each know the other's place. */
const MINIMUM = 3;

/** Leagues as members see them: names only of colleagues who want that, of all others aliases. */
export function createLeagues(context: ReadContext, follower: Follower): LeagueOf {
  const { playbook, pseudonymOf } = context;
  const { leagues } = playbook;
  if (leagues === undefined) return async () => null;
  const { window, names, scope, minimum = MINIMUM } = leagues;
  const tableOf = createLeagueTables(context, leagues, follower);
  const people = createPeopleShown(context);

  /** The places of a group, best first. */
  async function placesOf(
    group: readonly Placement[],
    member: Member,
    myName: string,
  ): Promise<LeaguePlace[]> {
    const mine = memberKey(member.companyId, member.userId);
    const ids = group.map(({ key }) => memberOf(key)[1]);
    const known = scope === 'vendor' ? new Map() : await people.all(member.companyId, ids);
    const personAt = (key: string) => {
      const [companyId, userId] = memberOf(key);
      if (key === mine) return { id: member.userId, name: myName };
      if (scope !== 'vendor') return shownTo(known.get(userId), companyId, pseudonymOf);
      const pseudonym = pseudonymOf('vendor', companyId, userId);
      return { id: pseudonym, name: aliasOf(pseudonym) };
    };
    const places = group.flatMap(({ key, rank, points, league, to }): LeaguePlace[] => {
      const user = personAt(key);
      const zone = to > league ? 'up' : to < league ? 'down' : 'stay';
      return user === null ? [] : [{ rank, points, user, zone }];
    });
    return places.sort((a, b) => a.rank - b.rank || (a.user.id < b.user.id ? -1 : 1));
  }

  function lastOf(table: LeagueTable, key: string): LeagueView['last'] {
    const row = table.last.get(key);
    if (row === undefined || row.people < minimum) return null;
    return {
      period: row.period,
      league: row.league,
      rank: row.rank,
      people: row.people,
      to: row.next_league,
    };
  }

  return async (member, day) => {
    const period = windowKeys(day)[window];
    const about = { window, period, names, settles: settlesOn(period) };
    const me = await people.one(member);
    if (me.shown === 'hidden') return { ...about, league: 0, places: [], withheld: 'hidden', last: null };
    const table = await tableOf(member.companyId, period);
    const key = memberKey(member.companyId, member.userId);
    const mine = table.placed.get(key);
    const league = Math.min(mine?.league ?? table.leagues.get(key) ?? 0, names.length - 1);
    const last = lastOf(table, key);
    if (mine === undefined) return { ...about, league, places: [], last };
    if (mine.isFew) return { ...about, league, places: [], withheld: 'few', last };
    const group = [...table.placed.values()].filter(
      (one) => one.league === mine.league && one.group === mine.group,
    );
    return { ...about, league, places: await placesOf(group, member, me.name), last };
  };
}
