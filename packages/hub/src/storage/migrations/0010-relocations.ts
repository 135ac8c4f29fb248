import type { Migration } from './migration.js';

/** Members whose facts count for another member. */
export const migration: Migration = {
  name: '0010-relocations',
  async up({ create, index, text }) {
    await create('relocations', ['event_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('to_company_id', text, (column) => column.notNull())
        .addColumn('to_user_id', text, (column) => column.notNull())
        .addColumn('ms', 'bigint', (column) => column.notNull())
        .addColumn('is_void', 'bigint', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await index('relocations_position', 'relocations', ['position']);
  },
};
