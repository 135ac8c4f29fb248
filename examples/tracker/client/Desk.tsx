import { useEffect, useRef, useState } from 'preact/hooks';
import { Glyph } from './Glyph.js';
import { useServices } from './services.js';
import { WORK_EVENTS, type WorkEvent, type WorkItem, workOf } from './work.js';

// How long a finished piece of work stays to be seen before the next one takes its place.
const STAY = 1_400;

/** The seven kinds of work, one piece of each at hand. */
export function Desk({ onDone }: { onDone: (item: WorkItem, seed: string) => void }) {
  const { words } = useServices();
  return (
    <section aria-labelledby="desk">
      <header class="head">
        <h2 id="desk">{words.desk}</h2>
        <p>{words.deskLead}</p>
      </header>
      <ul class="desk">
        {WORK_EVENTS.map((event) => (
          <DeskCard key={event} event={event} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function DeskCard({ event, onDone }: { event: WorkEvent; onDone: (item: WorkItem, seed: string) => void }) {
  const { words, session, text, number } = useServices();
  const [start] = useState(() => Date.now().toString(36));
  const [count, setCount] = useState(0);
  const [finished, setFinished] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const seed = `${session.user.id} ${event} ${start} ${count}`;
  const item = workOf(event, seed);
  const { kind, act, done } = words.work[event];
  const finish = () => {
    if (finished) return;
    onDone(item, seed);
    setFinished(true);
    timer.current = setTimeout(() => {
      setCount((before) => before + 1);
      setFinished(false);
    }, STAY);
  };
  return (
    <li
      class={`slip slip-${event.split('.')[0]}${finished ? ' slip-done' : ''}`}
      data-waymark={`desk.${event}`}
    >
      <p class="slip-kind">
        <Glyph name={event} />
        {kind}
        <span class="slip-key">{item.key}</span>
      </p>
      <p class="slip-title">{text(item.title)}</p>
      <p class="slip-facts">
        {text(item.project.name)}
        {item.files > 0 && ` · ${words.files(item.files, number(item.files))}`}
      </p>
      <button
        type="button"
        class="act"
        data-event={event}
        aria-disabled={finished}
        aria-label={`${finished ? done : act}: ${text(item.title)}`}
        onClick={finish}
      >
        {finished ? `✓ ${done}` : act}
      </button>
    </li>
  );
}
