import type { Snapshot, View } from '@waymark/contracts';
import { BadgeWall } from './BadgeWall.js';
import { Ledger } from './Ledger.js';
import { Rankings } from './Rankings.js';

/** The second tab: what was earned and why, the badges, and the place among colleagues. */
export function Growth(props: {
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly onNextStep: () => void;
}) {
  const { view, snapshot, onNextStep } = props;
  return (
    <>
      <Ledger entries={snapshot.ledger} pending={view.pending} onNextStep={onNextStep} />
      {snapshot.badges.length > 0 && <BadgeWall badges={snapshot.badges} />}
      <Rankings rankings={snapshot.rankings} me={snapshot.user.id} />
    </>
  );
}
