import type { Migration } from './migration.js';

/** Traits as they were when an event was accepted, kept where a playbook asks for them. */
export const migration: Migration = {
  name: '0007-stamped-traits',
  async up({ kysely, text }) {
    await kysely.schema.alterTable('log').addColumn('traits', text).execute();
  },
};
