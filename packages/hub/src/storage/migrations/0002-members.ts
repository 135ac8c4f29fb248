import type { Migration } from './migration.js';

/** What the log adds up to for each member: state, ledger, awards, standings, and a row for lists. */
export const migration: Migration = {
  name: '0002-members',
  async up({ create, text }) {
    await create('cells', ['company_id', 'user_id', 'span'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('span', text, (column) => column.notNull())
        .addColumn('cell', text, (column) => column.notNull()),
    );
    await create('ledger', ['company_id', 'user_id', 'position', 'rule_id'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('rule_id', text, (column) => column.notNull())
        .addColumn('day', text, (column) => column.notNull())
        .addColumn('points', 'bigint', (column) => column.notNull())
        .addColumn('capped', text)
        .addColumn('playbook_version', 'integer', (column) => column.notNull()),
    );
    await create('awards', ['company_id', 'user_id', 'kind', 'item', 'tier'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('item', text, (column) => column.notNull())
        .addColumn('tier', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('playbook_version', 'integer', (column) => column.notNull()),
    );
    await create('standings', ['company_id', 'period', 'user_id'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('period', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('points', 'bigint', (column) => column.notNull()),
    );
    await create('members', ['company_id', 'user_id'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('growth', 'bigint', (column) => column.notNull())
        .addColumn('level', 'integer', (column) => column.notNull())
        .addColumn('events', 'bigint', (column) => column.notNull())
        .addColumn('role', text)
        .addColumn('last_ms', 'bigint', (column) => column.notNull())
        .addColumn('last_seen', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
  },
};
