import type { Migration } from './migration.js';

/** How windows of leagues ended, for whom, and which windows are settled. */
export const migration: Migration = {
  name: '0009-leagues',
  async up({ create, text }) {
    await create('placements', ['company_id', 'user_id', 'period'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('period', text, (column) => column.notNull())
        .addColumn('league', 'integer', (column) => column.notNull())
        .addColumn('rank', 'bigint', (column) => column.notNull())
        .addColumn('people', 'integer', (column) => column.notNull())
        .addColumn('points', 'bigint', (column) => column.notNull())
        .addColumn('next_league', 'integer', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await create('settlements', ['period'], (table) =>
      table
        .addColumn('period', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
  },
};
