import type { Activity } from './host-api.js';
import { useServices } from './services.js';
import { PROJECTS } from './titles.js';
import { workOf } from './work.js';

/** The company's projects and how busy each was lately. */
export function Projects({ items }: { items: readonly Activity[] }) {
  const { words, text, number } = useServices();
  const busy = PROJECTS.map((project) => ({
    project,
    work: items.filter(({ event, id }) => workOf(event, id).project === project),
  })).sort((a, b) => b.work.length - a.work.length);
  const most = Math.max(1, busy[0]?.work.length ?? 1);
  return (
    <section aria-labelledby="projects">
      <h2 id="projects">{words.projects}</h2>
      <ul class="sheet projects">
        {busy.map(({ project, work }) => (
          <li key={project.key}>
            <p class="project-name">
              <span class="project-key">{project.key}</span>
              {text(project.name)}
            </p>
            <p class="project-count">{words.projectCount(number(work.length))}</p>
            <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect class="meter-track" width="100" height="4" />
              <rect class="meter-fill" width={(work.length / most) * 100} height="4" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
