import type { Migration } from './migration.js';

/** Up to which position the details of old events are gone. */
export const migration: Migration = {
  name: '0011-trimmings',
  async up({ create }) {
    await create('trimmings', [], (table) =>
      table.addColumn('position', 'bigint', (column) => column.notNull()),
    );
  },
};
