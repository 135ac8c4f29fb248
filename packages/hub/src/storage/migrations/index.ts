import { migration as log } from './0001-log.js';
import { migration as members } from './0002-members.js';
import { migration as names } from './0003-names.js';
import { migration as preferences } from './0004-preferences.js';
import { migration as companyGrowth } from './0005-company-growth.js';
import { migration as voids } from './0006-voids.js';
import { migration as stampedTraits } from './0007-stamped-traits.js';
import { migration as redemptions } from './0008-redemptions.js';
import { migration as leagues } from './0009-leagues.js';
import { migration as relocations } from './0010-relocations.js';
import { migration as trimmings } from './0011-trimmings.js';
import { migration as campaigns } from './0012-campaigns.js';
import type { Migration } from './migration.js';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  log,
  members,
  names,
  preferences,
  companyGrowth,
  voids,
  stampedTraits,
  redemptions,
  leagues,
  relocations,
  trimmings,
  campaigns,
];
