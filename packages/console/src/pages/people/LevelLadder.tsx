import type { LevelView, PersonDetail } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Icon } from '../../parts/Icon.js';

/** All levels as steps, those reached filled in, and what they unlocked. */
export function LevelLadder({ person }: { person: PersonDetail }) {
  const { words, format } = useServices();
  const next = person.levels[person.level + 1];
  const held = person.levels.slice(0, person.level + 1).flatMap(({ benefits }) => benefits);
  return (
    <section class="card card-padded">
      <header class="card-head">
        <h2>{words.person.levels}</h2>
        <span class="number muted">
          {words.person.progress(format.number(person.level + 1), format.number(person.levels.length))}
        </span>
      </header>
      <ol class="ladder">
        {person.levels.map((level, i) => (
          <Step
            key={level.at}
            level={level}
            state={i < person.level ? 'past' : i === person.level ? 'now' : 'ahead'}
          />
        ))}
      </ol>
      <h3>{words.person.benefits}</h3>
      <ul class="benefits">
        {held.map((benefit) => (
          <li key={benefit.id} title={benefit.description ? format.text(benefit.description) : undefined}>
            <Icon name="check" />
            <bdi>{format.text(benefit.name)}</bdi>
          </li>
        ))}
        {next?.benefits.map((benefit) => (
          <li key={benefit.id} class="benefit-next">
            <Icon name="lock" />
            <span>
              <bdi>{format.text(benefit.name)}</bdi> · <bdi>{format.text(next.title)}</bdi>
            </span>
          </li>
        ))}
        {held.length === 0 && !next?.benefits.length && <li class="muted">{words.person.benefitsNone}</li>}
      </ul>
    </section>
  );
}

function Step({ level, state }: { level: LevelView; state: 'past' | 'now' | 'ahead' }) {
  const { format } = useServices();
  const label = `${format.text(level.title)}: ${format.number(level.at)}`;
  return (
    <li class={`step step-${state}`} title={label} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="visually-hidden">{label}</span>
    </li>
  );
}
