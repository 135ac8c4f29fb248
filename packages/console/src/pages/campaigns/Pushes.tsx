import type { CampaignPush, PushTarget } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Ago } from '../../parts/Moment.js';
import { TableHead } from '../../parts/TableHead.js';
import type { Words } from '../../words/en.js';

/** When a campaign was sent, to whom and by whom. */
export function Pushes({ pushes }: { pushes: readonly CampaignPush[] }) {
  const { words } = useServices();
  const said = words.push;
  if (pushes.length === 0) return null;
  return (
    <table class="table pushes-table" aria-label={said.before}>
      <TableHead
        columns={[
          { id: 'when', label: said.when },
          { id: 'to', label: said.to },
          { id: 'by', label: said.by },
        ]}
      />
      <tbody>
        {pushes.map(({ id, at, to, operator }) => (
          <tr key={id}>
            <td>
              <Ago iso={at} />
            </td>
            <td>
              <bdi>{targetText(to, words)}</bdi>
            </td>
            <td>
              <bdi>{operator}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function targetText(to: PushTarget, { push }: Words): string {
  if (to === 'everybody') return push.everybody;
  return 'audience' in to ? push.audience(to.audience) : push.onePerson(to.userId);
}
