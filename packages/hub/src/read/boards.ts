import type { PersonView, Ranking, RankingView, RankView } from '@waymark/contracts';
import {
  aroundMe,
  type Placed,
  rankOf,
  type Standing,
  sortStandings,
  topOf,
  windowKeys,
} from '@waymark/engine';
import type { Member, ReadContext } from './context.js';
import { shownName } from './names.js';

/** One company's standings in one window, best first. */
type Board = readonly (Standing & { readonly name: string })[];

/** Rankings of companies, kept until something in them moves. */
export interface Boards {
  /** All rankings of the playbook as a member sees them on a local day. */
  views(member: Member, day: string): Promise<RankingView[]>;
  /** Forgets the boards of companies in whose rankings something moved. */
  moved(companies: readonly string[]): void;
}

/** Boards kept at once; each is as long as its company has people. */
const KEPT = 512;
const AROUND = 2;
const TOP = 10;

/** Rankings over the standings in the database. */
export function createBoards({ tenant, reader, playbook, nameOf }: ReadContext): Boards {
  const boards = new Map<string, Promise<Board>>();

  function boardOf(companyId: string, period: string): Promise<Board> {
    const key = `${companyId}\n${period}`;
    const known = boards.get(key);
    if (known !== undefined) return known;
    if (boards.size >= KEPT) boards.delete(boards.keys().next().value ?? '');
    // Kept before it is read: when the company moves while it is being read, it is forgotten all the same.
    const fresh = read(companyId, period);
    boards.set(key, fresh);
    fresh.catch(() => boards.delete(key));
    return fresh;
  }

  async function read(companyId: string, period: string): Promise<Board> {
    const rows = await reader.kysely
      .selectFrom('standings')
      .leftJoin('users', (join) =>
        join
          .onRef('users.tenant_id', '=', 'standings.tenant_id')
          .onRef('users.user_id', '=', 'standings.user_id'),
      )
      .select(['standings.user_id', 'standings.points', shownName('users').as('name')])
      .where('standings.tenant_id', '=', tenant)
      .where('standings.company_id', '=', companyId)
      .where('standings.period', '=', period)
      .where('standings.points', '>', 0)
      .execute();
    return sortStandings(
      rows.map(({ user_id, points, name }) => ({
        userId: user_id,
        points,
        name: name ?? nameOf('user', user_id),
      })),
    );
  }

  async function viewOf(
    ranking: Ranking,
    { companyId, userId }: Member,
    period: string,
  ): Promise<RankingView> {
    const board = await boardOf(companyId, period);
    const mine = board.find((standing) => standing.userId === userId);
    return {
      id: ranking.id,
      name: ranking.name,
      window: ranking.window,
      total: board.length,
      me: mine === undefined ? null : placeOf({ ...mine, rank: rankOf(board, mine.points) }),
      around: aroundMe(board, userId, AROUND).map(placeOf),
      top: topOf(board, TOP).map(placeOf),
    };
  }

  return {
    views(member, day) {
      const periods = windowKeys(day);
      return Promise.all(
        playbook.rankings.map((ranking) => viewOf(ranking, member, periods[ranking.window])),
      );
    },
    moved(companies) {
      const gone = new Set(companies);
      for (const key of boards.keys()) if (gone.has(key.slice(0, key.indexOf('\n')))) boards.delete(key);
    },
  };
}

function placeOf({ rank, points, userId, name }: Placed<Board[number]>): RankView {
  const user: PersonView = { id: userId, name };
  return { rank, points, user };
}
