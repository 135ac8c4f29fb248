import type { CampaignDetail, EffectGroup } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Notice } from '../../parts/States.js';
import { TableHead } from '../../parts/TableHead.js';
import { Interval } from './Interval.js';
import { toneOf } from './LiftText.js';

/** Who came to the goal, group by group, and whether the campaign is why. */
export function EffectCard({ detail }: { detail: CampaignDetail }) {
  const { words, format } = useServices();
  const said = words.campaign;
  const { effect, holdout } = detail;
  if (effect === null) {
    return (
      <section class="card">
        <Notice icon="inbox" title={words.campaigns.noGoal} more={said.noGoalMore} />
      </section>
    );
  }
  const { lift, groups, by } = effect;
  return (
    <section class="card effect">
      <header class="card-head">
        <h2>{said.effect}</h2>
        {lift !== null && (
          <span class={`number strong lift-${toneOf(lift)}`}>
            {words.campaigns.points(format.hundredths(lift.difference))}
          </span>
        )}
      </header>
      {lift === null ? (
        <p class="muted effect-said">{holdout === 0 ? said.noHoldout : said.tooFew}</p>
      ) : (
        <>
          <Interval lift={lift} />
          <p class="effect-said">
            {said.tells[toneOf(lift)]}{' '}
            <span class="muted">
              {said.interval(
                format.percent(lift.confidence),
                format.hundredths(lift.low),
                format.hundredths(lift.high),
              )}
            </span>
          </p>
        </>
      )}
      {groups.length > 0 && (
        <table class="table" aria-label={said.effect}>
          <TableHead
            columns={[
              { id: 'group', label: said.group },
              { id: 'count', label: said.counted[by], number: true },
              { id: 'reached', label: said.reached, number: true },
              { id: 'share', label: said.share, number: true },
            ]}
          />
          <tbody>
            {groups.map((one) => (
              <tr key={JSON.stringify(one.group)}>
                <td>{groupName(one, said)}</td>
                <td class="number">{format.number(one.entered)}</td>
                <td class="number">{format.number(one.reached)}</td>
                <td class="number strong">
                  {one.entered === 0 ? '–' : format.percent(one.reached / one.entered)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function groupName({ group }: EffectGroup, said: { heldOut: string; treated: string }): string {
  if (group === 'holdout') return said.heldOut;
  return group.arm ?? said.treated;
}
