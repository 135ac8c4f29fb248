import type { BenefitView, LevelView } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { Icon } from '../../surface/Icon.js';
import { useScene } from '../scene.js';

const AHEAD = 2;
const OWNED = 3;

/** The benefits that are the person's own, newest first, and the next ones to come. */
export function Benefits({
  levels,
  level,
}: {
  readonly levels: readonly LevelView[];
  readonly level: number;
}) {
  const scene = useScene();
  const [all, setAll] = useState(false);
  const owned = levels
    .slice(0, level + 1)
    .reverse()
    .flatMap(({ benefits }) => benefits);
  const ahead = levels
    .slice(level + 1)
    .flatMap((view, i) => view.benefits.map((benefit) => ({ benefit, view, index: level + 1 + i })))
    .slice(0, AHEAD);
  if (owned.length + ahead.length === 0) return null;
  return (
    <section class="benefits" part="benefits">
      <h3 class="heading">{scene.t('benefits')}</h3>
      <ul>
        {(all ? owned : owned.slice(0, OWNED)).map((benefit) => (
          <Benefit key={benefit.id} benefit={benefit} status={scene.t('unlocked')} owned />
        ))}
        {ahead.map(({ benefit, view, index }) => (
          <Benefit
            key={benefit.id}
            benefit={benefit}
            status={scene.t('benefitAt', { level: index + 1, title: scene.text(view.title) })}
          />
        ))}
      </ul>
      {!all && owned.length > OWNED && (
        <button type="button" class="button more" onClick={() => setAll(true)}>
          {scene.t('more', { n: owned.length - OWNED })}
        </button>
      )}
    </section>
  );
}

function Benefit(props: {
  readonly benefit: BenefitView;
  readonly status: string;
  readonly owned?: boolean;
}) {
  const { benefit, status, owned = false } = props;
  const scene = useScene();
  return (
    <li class={owned ? 'benefit owned' : 'benefit'}>
      <span class="mark">
        <Icon name={owned ? 'check' : 'lock'} />
      </span>
      <div>
        <p class="name">
          {scene.text(benefit.name)}
          {owned && <span class="unseen">, {status}</span>}
        </p>
        {owned ? (
          benefit.description !== null && <p class="note">{scene.text(benefit.description)}</p>
        ) : (
          <p class="note">{status}</p>
        )}
      </div>
    </li>
  );
}
