import type { LevelView, PersonRow } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Avatar } from '../../parts/Avatar.js';
import { LevelChip } from '../../parts/LevelChip.js';
import { Ago } from '../../parts/Moment.js';
import { personHref } from '../../route.js';

/** A person as a row of a table. */
export function PersonLine(props: { person: PersonRow; levels: readonly LevelView[] }) {
  const { person, levels } = props;
  const { format } = useServices();
  return (
    <tr>
      <th scope="row" class="cell-name">
        <span class="who">
          <Avatar id={person.userId} name={person.name} />
          <span class="who-names">
            <a class="row-link" href={personHref(person.companyId, person.userId)}>
              <bdi>{person.name}</bdi>
            </a>
            {person.companyId !== '' && (
              <span class="who-company">
                <bdi>{person.companyName}</bdi>
              </span>
            )}
          </span>
        </span>
      </th>
      <td class="cell-level">
        <LevelChip level={person.level} levels={levels} />
      </td>
      <td class="cell-growth number strong">{format.number(person.growth)}</td>
      <td class="cell-badges number">{format.number(person.badges)}</td>
      <td class="cell-events number">{format.number(person.events)}</td>
      <td class="cell-seen muted">
        <Ago iso={person.lastSeen} />
      </td>
    </tr>
  );
}
