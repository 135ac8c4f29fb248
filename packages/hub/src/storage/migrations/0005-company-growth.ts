import type { Migration } from './migration.js';

/** What the people of a company have brought it together. */
export const migration: Migration = {
  name: '0005-company-growth',
  async up({ create, text }) {
    await create('company_growth', ['company_id'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('growth', 'bigint', (column) => column.notNull()),
    );
  },
};
