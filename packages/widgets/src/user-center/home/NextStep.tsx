import type { NextStepView } from '@waymark/contracts';
import { Icon } from '../../surface/Icon.js';
import { useScene } from '../scene.js';

/** The one thing to do next; a kind word when everything for today is done. */
export function NextStep({ step }: { readonly step: NextStepView | null }) {
  const scene = useScene();
  return (
    <section class={step === null ? 'card next-step done' : 'card next-step'} part="next-step">
      <span class="mark">
        <Icon name={step === null ? 'check' : 'step'} />
      </span>
      <div>
        <h3 class="label">{scene.t('nextStep')}</h3>
        <p class="name">{step === null ? scene.t('nothingLeft') : scene.text(step.name)}</p>
      </div>
      {step !== null && <p class="gain">{scene.signed(step.points)}</p>}
    </section>
  );
}
