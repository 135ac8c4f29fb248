import type { CampaignDetail, PushTarget } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { useAction } from '../../hub/action.js';
import type { MemberId } from '../../hub/api.js';
import { useResource } from '../../hub/resource.js';
import { LabeledField, LabeledSelect } from '../../parts/Fields.js';
import { PersonPicker } from '../../parts/PersonPicker.js';
import { Sure } from '../../parts/Sure.js';
import { Pushes } from './Pushes.js';

/** Sends a campaign once its id was typed; what was sent before stands under it. */
export function PushCard({ detail, onPushed }: { detail: CampaignDetail; onPushed: () => void }) {
  const { api, words, format } = useServices();
  const said = words.push;
  const [choice, setChoice] = useState('everybody');
  const [person, setPerson] = useState<MemberId | null>(null);
  const [operator, setOperator] = useState('');
  const audiences = useResource('audiences', (signal) => api.campaigns(signal)).value?.audiences ?? [];
  const to = targetOf(choice, person);
  const action = useAction(async (id) => {
    if (to === null) throw new Error(words.correct.missing);
    return api.push(detail.id, { id, operator: operator.trim(), to });
  }, onPushed);
  const change = (set: () => void) => {
    if (action.step !== 'idle') action.reset();
    set();
  };
  const isAsked = action.step !== 'idle' && action.step !== 'done';
  return (
    <section class="card card-padded stacked push">
      <header class="card-head">
        <h2>{said.title}</h2>
        <span class="muted">{said.lead}</span>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== null && operator.trim() !== '') action.ask();
        }}
      >
        <fieldset disabled={action.step === 'sending'}>
          <legend class="visually-hidden">{said.title}</legend>
          <LabeledSelect
            label={said.to}
            value={choice}
            options={[
              ['everybody', said.everybody],
              ...audiences.map(
                ({ id, name }) => [`audience ${id}`, said.audience(format.text(name))] as const,
              ),
              ['person', person === null ? said.person : said.onePerson(person.userId)],
            ]}
            onChange={(next) =>
              change(() => {
                setChoice(next);
                setPerson(null);
              })
            }
          />
          <LabeledField
            label={words.correct.operator}
            value={operator}
            required
            onInput={(next) => change(() => setOperator(next))}
          />
        </fieldset>
        {choice === 'person' && person === null && (
          <PersonPicker onChoose={(next) => change(() => setPerson(next))} />
        )}
        {!isAsked && (
          <button type="submit" class="button button-main" disabled={to === null || operator.trim() === ''}>
            {words.correct.next}
          </button>
        )}
      </form>
      <Sure
        action={action}
        question={said.sure}
        name={detail.id}
        done={({ online }) => said.done(online, format.number(online))}
      />
      <Pushes pushes={detail.pushes} />
    </section>
  );
}

function targetOf(choice: string, person: MemberId | null): PushTarget | null {
  if (choice === 'person') return person;
  return choice === 'everybody' ? choice : { audience: choice.replace('audience ', '') };
}
