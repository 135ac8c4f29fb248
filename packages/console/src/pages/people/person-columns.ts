import type { Column } from '../../parts/TableHead.js';
import type { Words } from '../../words/en.js';

/** The columns of a table of people. */
export function personColumns({ people }: Words): Column[] {
  return [
    { id: 'name', label: people.name, sort: 'name' },
    { id: 'level', label: people.level, sort: 'level' },
    { id: 'growth', label: people.growth, sort: 'growth', number: true },
    { id: 'badges', label: people.badges, sort: 'badges', number: true },
    { id: 'events', label: people.events, sort: 'events', number: true },
    { id: 'seen', label: people.lastSeen, sort: 'lastSeen' },
  ];
}
