import type { CampaignRow } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { campaignHref } from '../../route.js';
import { askedText } from './asked.js';
import { LiftText } from './LiftText.js';
import { StatusChip } from './StatusChip.js';
import { sharesOf } from './shares.js';

/** A line of the list of campaigns. */
export function CampaignLine({ row }: { row: CampaignRow }) {
  const { words, format } = useServices();
  const { figures, effect, goal } = row;
  const [got, heldOut] = effect === null ? [null, null] : sharesOf(effect);
  const shown = (share: number | null) => (share === null ? '–' : format.percent(share));
  return (
    <tr>
      <th scope="row" class="cell-name">
        <a class="row-link" href={campaignHref(row.id)}>
          <bdi>{format.text(row.name)}</bdi>
        </a>
        <p class="campaign-whom muted">
          <bdi>{askedText(row.audience, words.asked)}</bdi>
        </p>
      </th>
      <td class="cell-status">
        <StatusChip status={row.status} />
      </td>
      <td class="cell-kind">
        {words.campaigns.of.kind[row.kind]}
        <br />
        <span class="muted">{words.campaigns.of.channel[row.channel]}</span>
      </td>
      <td class="cell-entered number">{format.number(figures.entered)}</td>
      <td class="cell-held number muted">{format.number(figures.heldOut)}</td>
      <td class="cell-shown number">{format.number(figures.shown)}</td>
      <td class="cell-completed number">{format.number(figures.completed)}</td>
      <td class="cell-goal">
        {goal === null || effect === null ? (
          <span class="muted">{words.campaigns.noGoal}</span>
        ) : (
          <>
            <span class="code">
              <bdi>{goal}</bdi>
            </span>
            <br />
            <span class="number muted">{words.campaigns.against(shown(got), shown(heldOut))}</span>
          </>
        )}
      </td>
      <td class="cell-lift">{effect !== null && <LiftText lift={effect.lift} />}</td>
    </tr>
  );
}
