import type { Migration } from './migration.js';

/** What became of campaigns with people, what operators sent, and drafts of campaigns. */
export const migration: Migration = {
  name: '0012-campaigns',
  async up({ create, index, text }) {
    await create('impressions', ['event_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('campaign_id', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('arm', text)
        .addColumn('part', text)
        .addColumn('happened_at', text, (column) => column.notNull())
        .addColumn('ms', 'bigint', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await index('impressions_of_member', 'impressions', ['company_id', 'user_id', 'kind']);
    await index('impressions_in_company', 'impressions', ['company_id', 'kind', 'ms']);
    await index('impressions_of_campaign', 'impressions', ['campaign_id', 'kind']);
    await create('pushes', ['event_id'], (table) =>
      table
        .addColumn('event_id', text, (column) => column.notNull())
        .addColumn('campaign_id', text, (column) => column.notNull())
        .addColumn('company_id', text, (column) => column.notNull())
        .addColumn('user_id', text, (column) => column.notNull())
        .addColumn('audience', text, (column) => column.notNull())
        .addColumn('operator', text, (column) => column.notNull())
        .addColumn('pushed_at', text, (column) => column.notNull())
        .addColumn('ms', 'bigint', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull()),
    );
    await index('pushes_of_member', 'pushes', ['company_id', 'user_id', 'ms']);
    await create(
      'drafts',
      ['campaign_id'],
      (table) =>
        table
          .addColumn('campaign_id', text, (column) => column.notNull())
          .addColumn('body', text, (column) => column.notNull())
          .addColumn('operator', text, (column) => column.notNull())
          .addColumn('saved_at', text, (column) => column.notNull()),
      { long: true },
    );
  },
};
