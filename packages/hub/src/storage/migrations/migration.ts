import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Dialect, Session } from '../session.js';
import type { Tables } from '../tables.js';

/** One numbered step of the schema. A step that was released is never edited: the next one corrects it. */
export interface Migration {
  readonly name: string;
  up(schema: Schema): Promise<void>;
}

/** What a step builds with, so that each says only what differs. */
export interface Schema {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Tables>;
  /** Type of a text column that compares by bytes in every database. */
  readonly text: TextType;
  /** Creates a table whose primary key is the tenant and then `key`. */
  create(name: string, key: readonly string[], columns: Columns, options?: TableOptions): Promise<void>;
  /** Creates an index over the tenant and then `columns`. */
  index(
    name: string,
    table: string,
    columns: readonly string[],
    options?: { readonly unique?: boolean },
  ): Promise<void>;
}

/** What a table's rows are like. */
interface TableOptions {
  /** Rows of hundreds of bytes: SQLite keeps those better in a table with row ids than in the tree of their key. */
  readonly long?: boolean;
}

type TextType = 'text' | RawBuilder<unknown>;
type Columns = (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>;

/** The building words of a dialect. */
export function schemaOf({ dialect, kysely }: Session): Schema {
  const text: TextType = dialect === 'sqlite' ? 'text' : sql`text collate "C"`;
  return {
    dialect,
    kysely,
    text,
    async create(name, key, columns, options) {
      const table = columns(
        kysely.schema
          .createTable(name)
          .addColumn('tenant_id', text, (column) => column.notNull()) as CreateTableBuilder<string, string>,
      ).addPrimaryKeyConstraint(`${name}_key`, ['tenant_id', ...key]);
      const inKey = dialect === 'sqlite' && options?.long !== true;
      await (inKey ? table.modifyEnd(sql`without rowid`) : table).execute();
    },
    async index(name, table, columns, options) {
      const builder = kysely.schema
        .createIndex(name)
        .on(table)
        .columns(['tenant_id', ...columns]);
      await (options?.unique === true ? builder.unique() : builder).execute();
    },
  };
}
