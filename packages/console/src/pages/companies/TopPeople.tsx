import type { CompanyDetail, LevelView } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { PersonLine } from '../people/PersonLine.js';

/** Those of a company who earned most. */
export function TopPeople({ company, levels }: { company: CompanyDetail; levels: readonly LevelView[] }) {
  const { words } = useServices();
  return (
    <>
      <header class="section-head">
        <h2>{words.company.top}</h2>
      </header>
      <section class="card">
        <table class="table people-table">
          <thead>
            <tr>
              <th scope="col" class="cell-name">
                {words.people.name}
              </th>
              <th scope="col" class="cell-level">
                {words.people.level}
              </th>
              <th scope="col" class="cell-growth number">
                {words.people.growth}
              </th>
              <th scope="col" class="cell-badges number">
                {words.people.badges}
              </th>
              <th scope="col" class="cell-events number">
                {words.people.events}
              </th>
              <th scope="col" class="cell-seen">
                {words.people.lastSeen}
              </th>
            </tr>
          </thead>
          <tbody>
            {company.top.map((person) => (
              <PersonLine key={person.userId} person={person} levels={levels} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
