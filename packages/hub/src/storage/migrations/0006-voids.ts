import type { Migration } from './migration.js';

/** Events that were taken back, or will not be taken in when they come. */
export const migration: Migration = {
  name: '0006-voids',
  async up({ create, text }) {
    await create('voids', ['event_id', 'company_id', 'user_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
  },
};
