import type { QuestView } from '@waymark/contracts';
import { Step, statusOf } from '../growth/Quests.js';
import { isNext, nearest, stepsDone } from '../growth/quest.js';
import { useScene } from '../scene.js';

/** The steps shown of a quest: those that may be taken now. */
const SHOWN = 2;
/** More steps than this are one bar instead of a segment each. */
const SEGMENTS = 12;

/** The open quest nearest to being done, with what to do for it. */
export function Checklist(props: { readonly quests: readonly QuestView[]; readonly onAll: () => void }) {
  const scene = useScene();
  const quest = nearest(props.quests);
  if (quest === null) return null;
  const { steps } = quest;
  const done = stepsDone(quest);
  const segments =
    steps.length > SEGMENTS
      ? [{ key: 0, style: { inlineSize: `${(done / steps.length) * 100}%` }, class: 'segment done' }]
      : steps.map((_, key) => ({ key, class: key < done ? 'segment done' : 'segment' }));
  return (
    <section class="card checklist" part="checklist">
      <header class="heading">
        <h3>{scene.text(quest.name)}</h3>
        {quest.points > 0 && <p class="points">{scene.gain(quest.points)}</p>}
      </header>
      <p class="note">{statusOf(quest, scene)}</p>
      <div class={steps.length > SEGMENTS ? 'segments one' : 'segments'} aria-hidden="true">
        {segments.map(({ key, ...segment }) => (
          <span key={key} {...segment} />
        ))}
      </div>
      <ul class="steps">
        {steps
          .map((step, i) => ({ step, i }))
          .filter(({ i }) => isNext(quest, i))
          .slice(0, SHOWN)
          .map(({ step, i }) => (
            <Step key={i} step={step} number={quest.ordered ? i + 1 : null} next />
          ))}
      </ul>
      {(props.quests.length > 1 || steps.length - done > SHOWN) && (
        <button type="button" class="link" onClick={props.onAll}>
          {scene.t('allQuests')}
        </button>
      )}
    </section>
  );
}
