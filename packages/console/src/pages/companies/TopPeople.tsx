import type { CompanyDetail, LevelView } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { TableHead } from '../../parts/TableHead.js';
import { PersonLine } from '../people/PersonLine.js';
import { personColumns } from '../people/person-columns.js';

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
          <TableHead columns={personColumns(words)} />
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
