import type { ComponentChildren } from 'preact';
import { Hull } from './Hull.js';
import type { Activity, CompanyActivity } from './host-api.js';
import type { Loaded } from './loaded.js';
import { Projects } from './Projects.js';
import { Rows } from './Rows.js';
import { useServices } from './services.js';
import { PROJECTS } from './titles.js';

const SHOWN = 9;

/** The first page: what lies on the desk, what colleagues did, how the projects stand. */
export function Overview(props: {
  people: number | null;
  items: readonly Activity[];
  loaded: Loaded<CompanyActivity>;
  children: ComponentChildren;
}) {
  const { words, session, number } = useServices();
  const { people, items, loaded, children } = props;
  return (
    <>
      <section class="hero">
        <Hull />
        <h1>{words.greeting(new Date().getHours(), session.user.name)}</h1>
        <p>
          {words.lead(session.company.name, people === null ? '…' : number(people), number(PROJECTS.length))}
        </p>
      </section>
      {children}
      <div class="columns">
        <section aria-labelledby="latest">
          <h2 id="latest">{words.latest}</h2>
          <Rows items={items.slice(0, SHOWN)} loaded={loaded} none={words.none} />
        </section>
        <Projects items={items} />
      </div>
    </>
  );
}
