import type { PersonView, Ranking, RankingView, RankView } from '@waymark/contracts';
import { type Placed, type RankIndex, type Standing, windowKeys } from '@waymark/engine';
import { aliasOf } from '../privacy/pseudonym.js';
import { type Board, createBoard } from './board.js';
import type { Member, ReadContext } from './context.js';
import type { Follower } from './follower.js';
import { createPeopleShown, type ShownPerson } from './people-shown.js';
import { shownTo } from './shown-person.js';
import { createStandingReads, type Group } from './standing-reads.js';

/** Rankings as members see them. */
export interface Boards {
  /** All rankings of the playbook as a member sees them on a local day. */
  views(member: Member, day: string): Promise<RankingView[]>;
  /** One ranking in one of its windows, of today or long past. */
  view(ranking: Ranking, member: Member, period: string): Promise<RankingView>;
}

/** Boards kept at once, and the people in them: some hundred bytes each. */
const KEPT = 512;
const PEOPLE_KEPT = 4_000_000;
const AROUND = 2;
const TOP = 10;
/** Fewer people than this make no ranking: two of them would each know the other's place. */
const MINIMUM = 3;

interface Wanted {
  readonly ranking: Ranking;
  readonly period: string;
}

/** A board and those of the same people. */
interface KeptBoard {
  readonly board: Board;
  readonly siblings: Set<Board>;
}

/** A ranking's places before it is known whom they are shown as. */
interface Places {
  readonly view: Omit<RankingView, 'me' | 'around' | 'top'>;
  readonly isVendorWide: boolean;
  readonly myKey: string;
  readonly me: Placed<Standing> | null;
  readonly around: readonly Placed<Standing>[];
  readonly top: readonly Placed<Standing>[];
  userOf(key: string): string;
}

/** Rankings over the standings in the database. */
export function createBoards(context: ReadContext, { follow, upToDate }: Follower): Boards {
  const { playbook, pseudonymOf } = context;
  const boards = new Map<string, KeptBoard>();
  const byCompany = new Map<string, Set<Board>>();
  const vendorWide = new Set<Board>();
  const people = createPeopleShown(context);
  follow({
    isEmpty: () => boards.size === 0,
    touch(companyId, userId) {
      for (const board of byCompany.get(companyId) ?? []) board.touch(companyId, userId);
      for (const board of vendorWide) board.touch(companyId, userId);
    },
    forget() {
      boards.clear();
      byCompany.clear();
      vendorWide.clear();
    },
  });

  function boardOf(group: Group): Board {
    const key = JSON.stringify([group.scope, group.companyId, group.shared, group.period]);
    const kept = boards.get(key) ?? keep(group);
    // The one asked for last goes last.
    boards.delete(key);
    boards.set(key, kept);
    let held = 0;
    for (const { board } of boards.values()) held += board.size();
    for (const [oldest, { board, siblings }] of boards) {
      if (oldest === key || (boards.size <= KEPT && held <= PEOPLE_KEPT)) break;
      boards.delete(oldest);
      siblings.delete(board);
      held -= board.size();
    }
    return kept.board;
  }

  function keep(group: Group): KeptBoard {
    const siblings = group.scope === 'vendor' ? vendorWide : (byCompany.get(group.companyId) ?? new Set());
    if (group.scope !== 'vendor') byCompany.set(group.companyId, siblings);
    const board = createBoard(createStandingReads(context, group));
    siblings.add(board);
    return { board, siblings };
  }

  async function placesIn(
    { ranking, period }: Wanted,
    member: Member,
    me: ShownPerson,
    points: number,
  ): Promise<Places> {
    const { companyId, userId } = member;
    const scope = ranking.scope ?? 'company';
    const isVendorWide = scope === 'vendor';
    const shared = scope === 'role' ? me.role : scope === 'region' ? me.region : null;
    const board = boardOf({ scope, companyId: isVendorWide ? '' : companyId, shared, period });
    const index: RankIndex = await board.ready();
    const myKey = isVendorWide
      ? pseudonymOf('vendor', companyId, userId)
      : me.shown === 'alias'
        ? pseudonymOf('company', companyId, userId)
        : userId;
    const isFew = index.size < (ranking.minimum ?? MINIMUM);
    const mine = index.pointsOf(myKey);
    const rank = isFew || mine === undefined ? null : index.rankOf(mine);
    return {
      view: {
        id: ranking.id,
        name: ranking.name,
        window: ranking.window,
        scope,
        period,
        points,
        total: isFew ? 0 : index.size,
        percentile: rank === null ? null : Math.floor((below(index, mine as number) * 100) / index.size),
        ...(isFew ? { withheld: 'few' } : me.shown === 'hidden' ? { withheld: 'hidden' } : {}),
      },
      isVendorWide,
      myKey,
      me: rank === null ? null : { userId: myKey, points: mine as number, rank },
      around: isFew ? [] : index.around(myKey, AROUND),
      top: isFew ? [] : index.top(TOP),
      userOf: board.userOf,
    };
  }

  async function viewsOf(wanted: readonly Wanted[], member: Member): Promise<RankingView[]> {
    if (wanted.length === 0) return [];
    await upToDate();
    const me = await people.one(member);
    const points = await people.points(
      member,
      wanted.map(({ period }) => period),
    );
    const all = await Promise.all(
      wanted.map((one) => placesIn(one, member, me, points.get(one.period) ?? 0)),
    );
    const shown = new Set<string>();
    for (const { isVendorWide, around, top, userOf } of all) {
      if (!isVendorWide) for (const { userId } of [...around, ...top]) shown.add(userOf(userId));
    }
    const known = await people.all(member.companyId, [...shown]);
    return all.map((places) => draw(places, member, me, known));
  }

  function draw(
    places: Places,
    member: Member,
    me: ShownPerson,
    known: ReadonlyMap<string, ShownPerson>,
  ): RankingView {
    const { view, isVendorWide, myKey, userOf } = places;
    const place = ({ userId: key, rank, points }: Placed<Standing>): RankView[] => {
      const user = key === myKey ? { id: member.ownId ?? member.userId, name: me.name } : personAt(key);
      return user === null ? [] : [{ rank, points, user }];
    };
    const personAt = (key: string): PersonView | null => {
      if (isVendorWide) return { id: key, name: aliasOf(key) };
      return shownTo(known.get(userOf(key)), member.companyId, pseudonymOf);
    };
    return {
      ...view,
      me: places.me === null ? null : (place(places.me)[0] ?? null),
      around: places.around.flatMap(place),
      top: places.top.flatMap(place),
    };
  }

  return {
    views(member, day) {
      const periods = windowKeys(day);
      return viewsOf(
        playbook.rankings.map((ranking) => ({ ranking, period: periods[ranking.window] })),
        member,
      );
    },
    async view(ranking, member, period) {
      const [view] = await viewsOf([{ ranking, period }], member);
      return view as RankingView;
    },
  };
}

/** How many people stand strictly below so many points. */
function below(index: RankIndex, points: number): number {
  return index.size - index.rankOf(points - 1) + 1;
}
