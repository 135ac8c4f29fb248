import type { CampaignDetail } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import type { MemberId } from '../../hub/api.js';
import { LabeledSelect } from '../../parts/Fields.js';
import { Failed } from '../../parts/States.js';
import { previewClient, previewIn, previewOf, STAGE } from './preview.js';

/** Shows what a person would see, in the widget that shows it to them; nobody is told, and nothing is counted. */
export function PreviewCard({ detail, whom }: { detail: CampaignDetail; whom: MemberId | null }) {
  const { api, words, format, preferences } = useServices();
  const said = words.preview;
  const arms = detail.campaign.experiment?.arms ?? [];
  const [arm, setArm] = useState(arms[0]?.id ?? '');
  const [step, setStep] = useState<'idle' | 'loading' | 'none'>('idle');
  const [problem, setProblem] = useState<Error | null>(null);
  const undo = useRef(() => {});
  useEffect(() => () => undo.current(), []);

  async function show({ companyId, userId }: MemberId): Promise<void> {
    undo.current();
    const abort = new AbortController();
    undo.current = () => abort.abort();
    setStep('loading');
    setProblem(null);
    try {
      const [{ startTips }, decision, person] = await Promise.all([
        import('@waymark/widgets/tips'),
        api.decide({ companyId, userId, campaign: previewOf(detail.campaign, arm) }, abort.signal),
        api.person(companyId, userId, undefined, abort.signal),
      ]);
      if (abort.signal.aborted) return;
      const delivery = previewIn(decision);
      setStep(delivery === null ? 'none' : 'idle');
      if (delivery === null) return;
      const { client, end } = previewClient(delivery, person);
      const tips = startTips({
        client,
        theme: preferences.theme.get(),
        locale: delivery.language ?? format.locale,
        onError: setProblem,
      });
      undo.current = () => {
        end();
        tips.dispose();
      };
    } catch (error) {
      if (abort.signal.aborted) return;
      setStep('idle');
      setProblem(error as Error);
    }
  }

  return (
    <section class="card card-padded stacked preview">
      <header class="card-head">
        <h2>{said.title}</h2>
        <span class="muted">{whom === null ? said.nobody : said.lead}</span>
      </header>
      {whom !== null && (
        <div class="preview-acts">
          {arms.length > 0 && (
            <LabeledSelect
              label={said.arm}
              value={arm}
              options={arms.map(({ id }) => [id, id] as const)}
              inline
              onChange={setArm}
            />
          )}
          <button type="button" class="button" disabled={step === 'loading'} onClick={() => void show(whom)}>
            {step === 'loading' ? `${words.states.loading}…` : said.show}
          </button>
        </div>
      )}
      {problem !== null && whom !== null && <Failed problem={problem} retry={() => void show(whom)} />}
      {step === 'none' && <p role="status">{said.none}</p>}
      <div class="stage" hidden={whom === null}>
        <div data-waymark={STAGE} class="stage-element">
          {said.element}
        </div>
      </div>
    </section>
  );
}
