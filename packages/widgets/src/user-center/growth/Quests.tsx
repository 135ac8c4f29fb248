import type { QuestStepView, QuestView } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { daysBetween } from '../../locale/formats.js';
import { Icon } from '../../surface/Icon.js';
import { Ring } from '../../surface/Ring.js';
import { type Scene, useScene } from '../scene.js';
import { inOrder, isNext, shareOf, stepShare, stepsDone } from './quest.js';

const OPEN_AT_FIRST = 2;
const SOON = 14;

/** All quests: open ones with their steps, done and missed ones folded. */
export function Quests({ quests }: { readonly quests: readonly QuestView[] }) {
  const scene = useScene();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  return (
    <section class="quests" part="quests">
      <h3 class="heading">{scene.t('quests')}</h3>
      {quests.length === 0 && <p class="empty">{scene.t('emptyQuests')}</p>}
      <ul>
        {inOrder(quests).map((quest, i) => (
          <Quest
            key={quest.id}
            quest={quest}
            id={`quest-${i}`}
            expanded={(quest.state === 'open' && i < OPEN_AT_FIRST) !== turned.has(quest.id)}
            onToggle={() => toggle(quest.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function Quest(props: {
  readonly quest: QuestView;
  readonly id: string;
  readonly expanded: boolean;
  readonly onToggle: () => void;
}) {
  const { quest, id, expanded, onToggle } = props;
  const scene = useScene();
  const done = quest.state === 'done';
  return (
    <li class={`quest ${quest.state}`} part="quest">
      <button
        type="button"
        aria-expanded={expanded}
        aria-controls={expanded ? id : undefined}
        onClick={onToggle}
      >
        <span class="seal" aria-hidden="true">
          {done ? (
            <Icon name="check" />
          ) : (
            <>
              <Ring share={quest.state === 'open' ? shareOf(quest) : 0} width={8} />
              <Icon name={quest.by === 'company' ? 'people' : 'flag'} />
            </>
          )}
        </span>
        <span class="what">
          <span class="name">{scene.text(quest.name)}</span>
          <span class="note">{[statusOf(quest, scene), ...earningsOf(quest, scene)].join(' · ')}</span>
        </span>
        {quest.points > 0 && quest.state !== 'missed' && (
          <span class="points">{scene.gain(quest.points)}</span>
        )}
        <Icon name="fold" />
      </button>
      {expanded && (
        <div class="quest-steps" id={id}>
          {quest.description !== null && <p class="note">{scene.text(quest.description)}</p>}
          {(quest.by === 'company' || quest.ordered) && (
            <p class="note kinds">
              {quest.by === 'company' && <span>{scene.t('questCompany')}</span>}
              {quest.ordered && <span>{scene.t('questOrdered')}</span>}
            </p>
          )}
          <ol class={quest.ordered ? 'steps ordered' : 'steps'}>
            {quest.steps.map((step, i) => (
              <Step key={i} step={step} number={quest.ordered ? i + 1 : null} next={isNext(quest, i)} />
            ))}
          </ol>
        </div>
      )}
    </li>
  );
}

/** One step: what to do, whether it is done, and how far it is where it takes several. */
export function Step(props: {
  readonly step: QuestStepView;
  readonly number: number | null;
  readonly next: boolean;
}) {
  const { step, number, next } = props;
  const scene = useScene();
  const name = scene.text(step.name);
  return (
    <li
      class={step.done ? 'task done' : next ? 'task next' : 'task'}
      aria-current={next ? 'step' : undefined}
    >
      <span class="dot" aria-hidden="true">
        {step.done ? <Icon name="check" /> : number !== null && scene.number(number)}
      </span>
      <span class="name">
        <span aria-hidden={step.done}>{name}</span>
        {step.done && <span class="unseen">{scene.t('stepDone', { name })}</span>}
        {!step.done && step.at > 1 && (
          <span class="meter" aria-hidden="true">
            <span style={{ inlineSize: `${stepShare(step) * 100}%` }} />
          </span>
        )}
      </span>
      {step.at > 1 && !step.done && (
        <span class="note">
          {scene.t('of', { progress: scene.compact(step.progress), goal: scene.compact(step.at) })}
        </span>
      )}
    </li>
  );
}

/** What doing it brings to spend, unless it is too late. */
function earningsOf({ state, earns = [] }: QuestView, scene: Scene): string[] {
  return state === 'missed'
    ? []
    : earns.map(({ name, amount }) => `${scene.gain(amount)} ${scene.text(name)}`);
}

/** How a quest stands in one line: its steps, and what time is left. */
export function statusOf(quest: QuestView, scene: Scene): string {
  const day = (text: string) => scene.day(text, scene.today);
  if (quest.state === 'done' && quest.doneOn !== null)
    return scene.t('questDone', { date: day(quest.doneOn) });
  if (quest.state === 'missed' && quest.until !== null)
    return scene.t('questMissed', { date: day(quest.until) });
  const steps = scene.t('questSteps', { done: stepsDone(quest), total: quest.steps.length });
  if (quest.until === null) return steps;
  const left = daysBetween(scene.today, quest.until);
  const time =
    left <= 0
      ? scene.t('questLastDay')
      : left <= SOON
        ? scene.t('questDaysLeft', { n: left })
        : scene.t('questUntil', { date: day(quest.until) });
  return `${steps} · ${time}`;
}
