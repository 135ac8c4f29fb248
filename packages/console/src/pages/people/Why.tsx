import type { EventExplanation, ListenerExplanation } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { useAction } from '../../hub/action.js';
import { useResource } from '../../hub/resource.js';
import { WallTime } from '../../parts/Moment.js';
import { Failed } from '../../parts/States.js';
import { Sure } from '../../parts/Sure.js';

/** Why an event brought what it brought, and a way to take it back. */
export function Why({ eventId, onCorrected }: { eventId: string; onCorrected: () => void }) {
  const { api, words } = useServices();
  const { value, problem, retry } = useResource(eventId, (signal) => api.event(eventId, signal));
  if (problem !== null) return <Failed problem={problem} retry={retry} />;
  if (value === null) {
    return (
      <p class="muted" role="status">
        {words.states.loading}…
      </p>
    );
  }
  return (
    <div class="why">
      <Facts event={value} />
      <p class="why-sum">{sumOf(value, words.why)}</p>
      {value.listeners.length > 0 && (
        <ul class="why-listeners">
          {value.listeners.map((one) => (
            <Listener key={`${one.kind} ${one.id}`} one={one} />
          ))}
        </ul>
      )}
      {!value.void && <TakeBack event={value} onCorrected={onCorrected} />}
    </div>
  );
}

function sumOf(event: EventExplanation, words: ReturnType<typeof useServices>['words']['why']): string {
  if (event.void) return words.void;
  if (event.late) return words.late;
  if (event.correction) return words.correction;
  if (event.userId === '') return words.anonymous;
  return event.listeners.length === 0 ? words.nobody : words.listeners;
}

function Facts({ event }: { event: EventExplanation }) {
  const { words, format } = useServices();
  const { countsFor, properties } = event;
  return (
    <dl class="facts">
      <div>
        <dt>{words.live.id}</dt>
        <dd class="code">
          <bdi>{event.eventId}</bdi>
        </dd>
      </div>
      <div>
        <dt>{words.live.happened}</dt>
        <dd>
          <WallTime iso={event.timestamp} />
        </dd>
      </div>
      <div>
        <dt>{words.live.received}</dt>
        <dd>{format.moment(event.receivedAt)}</dd>
      </div>
      <div>
        <dt>{words.why.door}</dt>
        <dd>{words.why.doors[event.source]}</dd>
      </div>
      <div>
        <dt>{words.person.playbook}</dt>
        <dd>{format.number(event.playbookVersion)}</dd>
      </div>
      {countsFor !== null && (
        <div>
          <dt>{words.why.first}</dt>
          <dd class="code">
            <bdi>
              {event.userId} · {event.companyId || words.company.noCompany}
            </bdi>
          </dd>
        </div>
      )}
      {Object.keys(properties).length > 0 && (
        <div>
          <dt>{words.why.properties}</dt>
          <dd class="code">
            <bdi>{JSON.stringify(properties)}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Listener({ one }: { one: ListenerExplanation }) {
  const { words, format } = useServices();
  const points = one.points + one.companyPoints;
  return (
    <li class={one.verdict === 'counted' ? 'why-counted' : undefined}>
      <span class={points > 0 ? 'number strong gain' : 'number muted'}>
        {points === 0 ? '–' : format.signed(points)}
      </span>
      <span>
        <span class="muted">{words.why.kinds[one.kind]}</span> <bdi>{format.text(one.name)}</bdi>
        <br />
        {one.amounts?.map(({ currency, amount }) => (
          <span key={currency} class="muted">
            {format.signed(amount)} <bdi>{currency}</bdi>
            {' · '}
          </span>
        ))}
        <span class="why-verdict">{words.why.verdicts[one.verdict]}</span>
        {one.verdict === 'capped' && one.capped !== null && (
          <>
            {': '}
            {words.capped[one.capped] ?? one.capped}
            {one.limit !== null && ` (${format.number(one.limit.points)})`}
          </>
        )}
        {one.heldWith !== undefined && (
          <span class="muted why-fault">{words.why.heldWith(one.heldWith.map(format.text).join(' · '))}</span>
        )}
        {one.faults.map(({ path, expected, actual }) => (
          <span key={path} class="code muted why-fault">
            <bdi>{words.why.fault(path, shown(expected), shown(actual))}</bdi>
          </span>
        ))}
      </span>
    </li>
  );
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}

function TakeBack({ event, onCorrected }: { event: EventExplanation; onCorrected: () => void }) {
  const { api, words, format } = useServices();
  const { companyId, userId, eventId } = event;
  const action = useAction(
    () => api.correct({ companyId, userId, event: '$void', properties: { eventId } }),
    onCorrected,
  );
  if (userId === '') return null;
  return (
    <div class="why-acts">
      {action.step === 'idle' && (
        <button type="button" class="button" onClick={action.ask}>
          {words.why.takeBack}
        </button>
      )}
      <Sure
        action={action}
        question={words.why.sure}
        done={({ growth, level }) => words.correct.done(format.number(growth), format.number(level + 1))}
      />
    </div>
  );
}
