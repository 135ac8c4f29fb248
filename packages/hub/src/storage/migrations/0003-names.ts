import type { Migration } from './migration.js';

/** Who users and companies are. */
export const migration: Migration = {
  name: '0003-names',
  async up({ create, text }) {
    for (const [name, id] of [
      ['users', 'user_id'],
      ['companies', 'company_id'],
    ] as const) {
      await create(name, [id], (table) =>
        table
          .addColumn(id, text, (column) => column.notNull())
          .addColumn('given_name', text, (column) => column.notNull())
          .addColumn('told_name', text)
          .addColumn('told_ms', 'bigint', (column) => column.notNull().defaultTo(0))
          .addColumn('told_by', text, (column) => column.notNull().defaultTo(''))
          .addColumn('traits', text)
          .addColumn('traits_ms', 'bigint', (column) => column.notNull().defaultTo(0))
          .addColumn('traits_by', text, (column) => column.notNull().defaultTo(''))
          .addColumn('claimed_name', text),
      );
    }
  },
};
