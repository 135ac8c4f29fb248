import type { Migration } from './migration.js';

/** The log of events and the versions of the playbook that valued them. */
export const migration: Migration = {
  name: '0001-log',
  async up({ create, index, text }) {
    await create(
      'log',
      ['position'],
      (table) =>
        table
          .addColumn('position', 'bigint', (column) => column.notNull())
          .addColumn('event_id', text, (column) => column.notNull())
          .addColumn('company_id', text, (column) => column.notNull())
          .addColumn('user_id', text)
          .addColumn('role', text)
          .addColumn('received_at', text, (column) => column.notNull())
          .addColumn('sent_at', text)
          .addColumn('playbook_version', 'integer', (column) => column.notNull())
          .addColumn('body', text, (column) => column.notNull()),
      { long: true },
    );
    await index('log_event_id', 'log', ['event_id'], { unique: true });
    await index('log_member', 'log', ['company_id', 'user_id', 'position']);
    await create('playbooks', ['version'], (table) =>
      table
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .addColumn('adopted_position', 'bigint', (column) => column.notNull())
        .addColumn('adopted_at', text, (column) => column.notNull()),
    );
  },
};
