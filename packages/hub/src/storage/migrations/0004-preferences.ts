import type { Migration } from './migration.js';

/** By which door an event came in, and what people have chosen. */
export const migration: Migration = {
  name: '0004-preferences',
  async up({ kysely, create, text }) {
    await kysely.schema
      .alterTable('log')
      .addColumn('source', text, (column) => column.notNull().defaultTo('browser'))
      .execute();
    await create('preferences', ['company_id', 'user_id'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('ranking', text, (column) => column.notNull())
        .addColumn('alias', text)
        .addColumn('quiet', 'integer', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
  },
};
