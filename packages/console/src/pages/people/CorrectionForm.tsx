import type { PersonDetail } from '@waymark/contracts';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { useAction } from '../../hub/action.js';
import { LabeledField, LabeledSelect } from '../../parts/Fields.js';
import { Sure } from '../../parts/Sure.js';
import { BLANK, correctionOf, KINDS, type Kind, type Typed, tiersFor } from './corrections.js';

/** Corrects what the log says of a person: what it would do is said before it is done, and what it did after. */
export function CorrectionForm({ person, onCorrected }: { person: PersonDetail; onCorrected: () => void }) {
  const { api, words, format } = useServices();
  const [kind, setKind] = useState<Kind>('$adjust');
  const [typed, setTyped] = useState<Typed>(BLANK);
  const [operator, setOperator] = useState('');
  const { companyId, userId } = person;
  const correction = correctionOf(kind, typed);
  const action = useAction(
    async (id) => {
      if (correction === null) throw new Error(words.correct.missing);
      return api.correct({ id, companyId, userId, operator, ...correction });
    },
    () => {
      setTyped(BLANK);
      onCorrected();
    },
  );
  const change = (part: Partial<Typed>) => {
    if (action.step !== 'idle') action.reset();
    setTyped({ ...typed, ...part });
  };
  const isAsked = action.step !== 'idle' && action.step !== 'done';
  return (
    <details class="card card-padded correct">
      <summary>
        <h2>{words.correct.title}</h2>
        <span class="muted">{words.correct.lead}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (correction !== null) action.ask();
        }}
      >
        <fieldset disabled={action.step === 'sending'}>
          <legend class="visually-hidden">{words.correct.title}</legend>
          <LabeledSelect
            label={words.correct.what}
            value={kind}
            options={KINDS.map((one) => [one, words.correct.kinds[one]] as const)}
            onChange={(next) => {
              action.reset();
              setKind(next as Kind);
              setTyped({ ...BLANK, reason: typed.reason });
            }}
          />
          <Particulars kind={kind} typed={typed} person={person} onChange={change} />
          <LabeledField
            label={words.correct.reason}
            value={typed.reason}
            required={kind === '$adjust'}
            onInput={(reason) => change({ reason })}
          />
          <LabeledField label={words.correct.operator} value={operator} onInput={setOperator} />
        </fieldset>
        {!isAsked && (
          <button type="submit" class="button button-main" disabled={correction === null}>
            {words.correct.next}
          </button>
        )}
        <Sure
          action={action}
          question={words.correct.sure(words.correct.kinds[kind], person.name)}
          done={({ growth, level }) => words.correct.done(format.number(growth), format.number(level + 1))}
        />
      </form>
    </details>
  );
}

function Particulars(props: {
  readonly kind: Kind;
  readonly typed: Typed;
  readonly person: PersonDetail;
  readonly onChange: (part: Partial<Typed>) => void;
}) {
  const { kind, typed, person, onChange } = props;
  const { words, format } = useServices();
  switch (kind) {
    case '$adjust':
      return (
        <LabeledField
          label={words.correct.points}
          type="number"
          value={typed.points}
          required
          onInput={(points) => onChange({ points })}
        />
      );
    case '$grant':
    case '$revoke': {
      const badges = person.badgeViews.filter((badge) => tiersFor(kind, badge).length > 0);
      const chosen = badges.find(({ id }) => id === typed.badge);
      return (
        <>
          <LabeledSelect
            label={words.correct.badge}
            value={typed.badge}
            options={[
              ['', '–'],
              ...badges.map(({ id, name }) => [id, name === null ? id : format.text(name)] as const),
            ]}
            onChange={(badge) => onChange({ badge, tier: '' })}
          />
          <LabeledSelect
            label={words.correct.tier}
            value={typed.tier}
            options={[
              ['', '–'],
              ...tiersFor(kind, chosen).map((tier) => [tier, words.tiers[tier] ?? tier] as const),
            ]}
            onChange={(tier) => onChange({ tier })}
          />
        </>
      );
    }
    case '$pause':
      return (
        <>
          <LabeledField
            label={words.correct.from}
            type="date"
            value={typed.from}
            required
            onInput={(from) => onChange({ from })}
          />
          <LabeledField
            label={words.correct.to}
            type="date"
            value={typed.to}
            required
            onInput={(to) => onChange({ to })}
          />
        </>
      );
    case '$merge':
      return (
        <LabeledField
          label={words.correct.userId}
          value={typed.userId}
          required
          onInput={(userId) => onChange({ userId })}
        />
      );
    case '$move':
      return (
        <LabeledField
          label={words.correct.companyId}
          value={typed.companyId}
          required
          onInput={(companyId) => onChange({ companyId })}
        />
      );
  }
}
