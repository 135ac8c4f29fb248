import { useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { LabeledSelect } from '../../parts/Fields.js';
import { Icon } from '../../parts/Icon.js';
import { PageHead } from '../../parts/PageHead.js';
import { Failed, Notice, SkeletonRows } from '../../parts/States.js';
import { Report } from './Report.js';
import { useSimulation } from './simulation.js';

const RECENT = ['7', '30', '90', '365'] as const;

/** Tries a draft of the playbook on what has happened, and shows what it would change. */
export function SimulatePage() {
  const { words } = useServices();
  const [text, setText] = useState('');
  const [days, setDays] = useState('');
  const [unread, setUnread] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { step, report, problem, run } = useSimulation();
  const runs = step === 'running';

  async function read(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    try {
      setText(await chosen.text());
      setUnread(false);
    } catch {
      setUnread(true);
    }
  }

  return (
    <>
      <PageHead title={words.pages.simulate} lead={words.simulate.lead} />
      <form
        class="card card-padded draft"
        onSubmit={(event) => {
          event.preventDefault();
          run(text, days === '' ? null : Number(days));
        }}
      >
        <label class="labeled">
          <span>{words.simulate.draft}</span>
          <textarea
            value={text}
            rows={10}
            spellcheck={false}
            placeholder={words.simulate.placeholder}
            onInput={(event) => setText(event.currentTarget.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              const [dropped] = event.dataTransfer?.files ?? [];
              if (dropped === undefined) return;
              event.preventDefault();
              void read(dropped);
            }}
          />
        </label>
        {unread && (
          <p class="outcome outcome-failed" role="alert">
            <Icon name="alert" />
            {words.simulate.unread}
          </p>
        )}
        <div class="draft-acts">
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            tabIndex={-1}
            aria-label={words.simulate.file}
            ref={file}
            onChange={(event) => {
              const input = event.currentTarget;
              void read(input.files?.[0]).then(() => {
                input.value = '';
              });
            }}
          />
          <button type="button" class="button" onClick={() => file.current?.click()}>
            {words.simulate.file}
          </button>
          <LabeledSelect
            label={words.simulate.days}
            value={days}
            options={[
              ['', words.simulate.allDays],
              ...RECENT.map((count) => [count, words.simulate.lastDays(count)] as const),
            ]}
            inline
            onChange={setDays}
          />
          <button type="submit" class="button button-main" disabled={runs || text.trim() === ''}>
            {runs ? `${words.simulate.running}…` : words.simulate.run}
          </button>
        </div>
      </form>
      <div class="simulation" aria-busy={runs}>
        {runs && (
          <section class="card">
            <SkeletonRows count={5} />
          </section>
        )}
        {problem !== null && (
          <section class="card">
            {problem.name === 'SyntaxError' ? (
              <Notice icon="alert" tone="danger" title={words.simulate.noJson} more={problem.message} />
            ) : (
              <Failed problem={problem} retry={() => run(text, days === '' ? null : Number(days))} />
            )}
          </section>
        )}
        {step === 'idle' && (
          <section class="card">
            <Notice icon="inbox" title={words.simulate.none} more={words.simulate.noneMore} />
          </section>
        )}
        {report !== null && <Report report={report} />}
      </div>
    </>
  );
}
