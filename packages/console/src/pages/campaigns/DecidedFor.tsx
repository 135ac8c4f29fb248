import type { DecisionView } from '@waymark/contracts';
import { useServices } from '../../app/services.js';
import { Avatar } from '../../parts/Avatar.js';
import { WallTime } from '../../parts/Moment.js';
import { personHref } from '../../route.js';

/** For whom and when it was decided, and a way to choose somebody else. */
export function DecidedFor({ decision, onOther }: { decision: DecisionView; onOther: () => void }) {
  const { words } = useServices();
  const { name, userId, companyId, at, online } = decision;
  return (
    <div class="decided-for">
      <Avatar id={userId} name={name} />
      <p>
        <a class="row-link" href={personHref(companyId, userId)}>
          <bdi>{name}</bdi>
        </a>{' '}
        <span class="muted">
          <WallTime iso={at} /> · {online ? words.gates.online : words.gates.offline}
        </span>
      </p>
      <button type="button" class="button" onClick={onOther}>
        {words.picker.other}
      </button>
    </div>
  );
}
