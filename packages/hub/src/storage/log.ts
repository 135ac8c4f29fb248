import type { Session } from './session.js';
import { type RowsStatement, rowsParameter, statementsOf } from './statements.js';
import type {
  AmountRow,
  AwardRow,
  CellRow,
  CompanyGrowthRow,
  ImpressionRow,
  LedgerRow,
  LogRow,
  MemberRow,
  Own,
  PlacementRow,
  PreferencesRow,
  PushRow,
  RedemptionRow,
  RelocationRow,
  SettlementRow,
  StandingRow,
  VoidRow,
} from './tables.js';

/** What a group of events changes, in rows; each list is written by one statement, and an empty one by none. */
export interface Changes {
  readonly log: readonly Own<LogRow>[];
  readonly cells: readonly Own<CellRow>[];
  readonly entries: readonly Own<LedgerRow>[];
  readonly amounts: readonly Own<AmountRow>[];
  readonly redemptions: readonly Own<RedemptionRow>[];
  readonly fulfillments: readonly Own<VoidRow>[];
  readonly awards: readonly Own<AwardRow>[];
  readonly standings: readonly Own<StandingRow>[];
  readonly members: readonly Own<MemberRow>[];
  readonly companies: readonly Own<CompanyGrowthRow>[];
  readonly voids: readonly Own<VoidRow>[];
  readonly relocations: readonly Own<RelocationRow>[];
  /** Cells of which nothing is left. */
  readonly emptied: readonly CellKey[];
  /** Awards that are no longer held. */
  readonly lost: readonly AwardKey[];
  readonly preferences: readonly Own<PreferencesRow>[];
  readonly placements: readonly Own<PlacementRow>[];
  readonly settlements: readonly Own<SettlementRow>[];
  readonly impressions: readonly Own<ImpressionRow>[];
  /** Impressions that are as if they had never been. */
  readonly unmade: readonly Pick<ImpressionRow, 'event_id'>[];
  readonly pushes: readonly Own<PushRow>[];
}

/** Something said at a time by an event; the last by time and then id stays, in whatever order they come. */
export interface Said {
  readonly value: string;
  readonly ms: number;
  readonly by: string;
}

/** A name to be kept for a user or a company. */
export interface Naming {
  readonly of: 'users' | 'companies';
  readonly id: string;
  /** Used as long as nobody says more. */
  readonly given: string;
  /** A name from `identify` or `group`. */
  readonly told?: Said | undefined;
  /** Traits from `identify` or `group`, as JSON. */
  readonly traits?: Said | undefined;
  /** From a verified token. */
  readonly claimed?: string | undefined;
}

/** Which cell: one member's, of one span. */
export type CellKey = Pick<CellRow, 'company_id' | 'user_id' | 'span'>;

/** Names an award. */
export type AwardKey = Omit<Own<AwardRow>, 'position' | 'playbook_version'>;

/** The writer's side of the storage, the same over every database: all that recording a group of events needs. */
export interface Log {
  /** Runs `work` as one transaction that no other writer of the tenant overlaps; what it wrote is on disk afterwards. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Position of the last event; 0 when there is none. */
  head(): Promise<number>;
  /** Those of the event ids that the log holds. */
  known(eventIds: readonly string[]): Promise<Set<string>>;
  cells(keys: readonly CellKey[]): Promise<Own<CellRow>[]>;
  /** Whether any event is void, and whether the facts of anybody count for another. */
  corrected(): Promise<{ readonly voids: boolean; readonly relocations: boolean }>;
  write(changes: Partial<Changes>): Promise<void>;
  /** Keeps names; at most one naming of a kind for an id. */
  name(namings: readonly Naming[]): Promise<void>;
}

/** The log of one tenant over a session. */
export function createLog(session: Session, tenant: string): Log {
  const statements = statementsOf(session.dialect);

  const over = <Row>(statement: RowsStatement, rows: readonly object[]): Promise<Row[]> =>
    session.all(statement.text, [tenant, rowsParameter(session.dialect, statement, rows)]);

  async function write(statement: RowsStatement, rows: readonly object[] = []): Promise<void> {
    if (rows.length > 0) await over(statement, rows);
  }

  return {
    transaction: (work) =>
      session.transaction(async () => {
        if (statements.lock !== null) await session.all(statements.lock, [tenant]);
        return work();
      }),
    async head() {
      const [row] = await session.all<{ head: number }>(statements.head, [tenant]);
      return row?.head ?? 0;
    },
    async known(eventIds) {
      const found = await over<{ event_id: string }>(
        statements.known,
        eventIds.map((event_id) => ({ event_id })),
      );
      return new Set(found.map(({ event_id }) => event_id));
    },
    async corrected() {
      type Row = { voids: number; relocations: number };
      const [row] = await session.all<Row>(statements.corrected, [tenant]);
      return { voids: row?.voids === 1, relocations: row?.relocations === 1 };
    },
    async cells(keys) {
      return keys.length === 0 ? [] : over(statements.cells, keys);
    },
    async write(changes) {
      await write(statements.append, changes.log);
      await write(statements.saveCells, changes.cells);
      await write(statements.addEntries, changes.entries);
      await write(statements.addAmounts, changes.amounts);
      await write(statements.addRedemptions, changes.redemptions);
      await write(statements.addFulfillments, changes.fulfillments);
      await write(statements.emptyCells, changes.emptied);
      await write(statements.loseAwards, changes.lost);
      await write(statements.addVoids, changes.voids);
      await write(statements.saveRelocations, changes.relocations);
      await write(statements.addAwards, changes.awards);
      await write(statements.addStandings, changes.standings);
      await write(statements.saveMembers, changes.members);
      await write(statements.addCompanyGrowth, changes.companies);
      await write(statements.savePreferences, changes.preferences);
      await write(statements.addPlacements, changes.placements);
      await write(statements.addSettlements, changes.settlements);
      await write(statements.dropImpressions, changes.unmade);
      await write(statements.addImpressions, changes.impressions);
      await write(statements.addPushes, changes.pushes);
    },
    async name(namings) {
      for (const of of ['users', 'companies'] as const) {
        const { give, tell, describe, claim } = statements[of];
        const key = of === 'users' ? 'user_id' : 'company_id';
        const rowOf = ({ id, given }: Naming) => ({ [key]: id, given_name: given });
        const mine = namings.filter((naming) => naming.of === of);
        await write(give, mine.map(rowOf));
        await write(
          tell,
          said(mine, 'told', (naming) => ({ ...rowOf(naming), told_name: naming.told?.value })),
        );
        await write(
          describe,
          said(mine, 'traits', (naming) => ({ ...rowOf(naming), traits: naming.traits?.value })),
        );
        await write(
          claim,
          mine
            .filter(({ claimed }) => claimed !== undefined)
            .map((naming) => ({ ...rowOf(naming), claimed_name: naming.claimed })),
        );
      }
    },
  };
}

function said(
  namings: readonly Naming[],
  clock: 'told' | 'traits',
  rowOf: (naming: Naming) => object,
): object[] {
  return namings
    .filter((naming) => naming[clock] !== undefined)
    .map((naming) => ({
      ...rowOf(naming),
      [`${clock}_ms`]: naming[clock]?.ms,
      [`${clock}_by`]: naming[clock]?.by,
    }));
}
