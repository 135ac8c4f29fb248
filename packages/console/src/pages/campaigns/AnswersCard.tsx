import type { CampaignDetail } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Lanes } from '../../parts/Bars.js';

/** How often each answer was given, question by question. */
export function AnswersCard({ answers }: Pick<CampaignDetail, 'answers'>) {
  const { words, format } = useServices();
  const questions = [...new Set(answers.map(({ question }) => question))];
  return (
    <section class="card card-padded stacked">
      <header class="card-head">
        <h2>{words.campaign.answers}</h2>
      </header>
      {questions.map((question) => (
        <section key={question}>
          <h3>
            <bdi>{question}</bdi>
          </h3>
          <Lanes
            bars={answers
              .filter((one) => one.question === question)
              .map(({ answer, count }) => ({
                key: String(answer),
                value: count,
                label: String(answer),
                shown: format.number(count),
              }))}
          />
        </section>
      ))}
    </section>
  );
}
