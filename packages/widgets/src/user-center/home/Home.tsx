import type { Snapshot, View } from '@waymark/contracts';
import type { Standing } from '../standing.js';
import { Benefits } from './Benefits.js';
import { Checklist } from './Checklist.js';
import { GrowthValue } from './GrowthValue.js';
import { NextStep } from './NextStep.js';
import { Week } from './Week.js';

/** The first tab: where one stands, and what comes next. */
export function Home(props: {
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly standing: Standing;
  readonly onQuests: () => void;
}) {
  const { view, snapshot, standing, onQuests } = props;
  return (
    <>
      <GrowthValue
        growth={view.growth}
        pending={view.growth - snapshot.growth}
        standing={standing}
        snapshot={snapshot}
      />
      <NextStep step={snapshot.nextStep} />
      <Checklist quests={snapshot.quests} onAll={onQuests} />
      {snapshot.days.length > 0 && <Week days={snapshot.days} />}
      <Benefits levels={snapshot.levels} level={view.level} />
    </>
  );
}
