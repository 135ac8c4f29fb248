import type { GateReading, GateView, VerdictView } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Icon } from '../../parts/Icon.js';
import type { Words } from '../../words/en.js';
import { readingTexts } from './readings.js';

/** What becomes of a campaign with a person, and each gate on the way. */
export function Verdict({ verdict }: { verdict: VerdictView }) {
  const { words } = useServices();
  const { outcome, stoppedBy, gates, isOnPage, state } = verdict;
  return (
    <>
      <p class={`verdict-said verdict-${outcome}`} role="status">
        {words.gates.outcomes[outcome]}
        {stoppedBy !== null && ` ${words.gates.by(words.gates.names[stoppedBy])}`}
        {!isOnPage && ` ${words.gates.offPage}`}{' '}
        <span class="muted">{words.gates.state(words.gates.states[state] ?? state)}</span>
      </p>
      <ol class="gates">
        {gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} />
        ))}
      </ol>
    </>
  );
}

function Gate({ gate }: { gate: GateView }) {
  const { words } = useServices();
  return (
    <li class={gate.passed ? 'gate-open' : 'gate-shut'}>
      <Mark holds={gate.passed} words={words} />
      <div>
        <p class="gate-name">{words.gates.names[gate.gate]}</p>
        {gate.readings.length > 0 && (
          <ul class="readings">
            {gate.readings.map((reading, i) => (
              <Reading key={`${i} ${reading.path}`} gate={gate.gate} reading={reading} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Reading({ gate, reading }: { gate: GateView['gate']; reading: GateReading }) {
  const { words, format } = useServices();
  const { asked, has, holds } = readingTexts(gate, reading, words, format);
  return (
    <li class={holds ? undefined : 'reading-fails'}>
      <bdi>{asked}</bdi>
      {has !== null && (
        <span class="reading-has">
          <bdi>{words.gates.has(has)}</bdi>
        </span>
      )}
    </li>
  );
}

function Mark({ holds, words }: { holds: boolean; words: Words }) {
  return (
    <span class="gate-mark">
      <Icon name={holds ? 'check' : 'close'} />
      <span class="visually-hidden">{holds ? words.gates.passed : words.gates.notPassed}</span>
    </span>
  );
}
