import type { Problem } from '@waymark/contracts';
import { Icon } from './Icon.js';

/** What somebody should look at, each with where it is; nothing where there is nothing. */
export function Findings({ title, findings }: { title: string; findings: readonly Problem[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="card card-padded stacked">
      <header class="card-head">
        <h2>{title}</h2>
      </header>
      <ul class="findings">
        {findings.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Icon name="alert" />
            <span>
              <span class="code muted">{path}</span> <bdi>{message}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
