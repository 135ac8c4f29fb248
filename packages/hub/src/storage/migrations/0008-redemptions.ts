import type { Migration } from './migration.js';

/** What came of spendable currencies with ledger entries, the rewards that were redeemed, and which were handed over. */
export const migration: Migration = {
  name: '0008-redemptions',
  async up({ create, index, text }) {
    await create('amounts', ['company_id', 'user_id', 'position', 'rule_id', 'currency'], (table) =>
      table
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('rule_id', text, (column) => column.notNull())
        .addColumn('currency', text, (column) => column.notNull())
        .addColumn('amount', 'bigint', (column) => column.notNull()),
    );
    await create('redemptions', ['event_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('reward_id', text, (column) => column.notNull())
        .addColumn('currency', text, (column) => column.notNull())
        .addColumn('amount', 'bigint', (column) => column.notNull())
        .addColumn('redeemed_at', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await create('fulfillments', ['event_id', 'company_id', 'user_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await index('redemptions_of_reward', 'redemptions', ['reward_id']);
    await index('redemptions_of_member', 'redemptions', ['company_id', 'user_id']);
    await index('redemptions_by_position', 'redemptions', ['position']);
    await index('voids_by_position', 'voids', ['position']);
  },
};
