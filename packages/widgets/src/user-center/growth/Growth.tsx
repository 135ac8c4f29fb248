import type { Client, Snapshot, View } from '@waymark/contracts';
import { LateBadges, LateRewards } from '../Late.js';
import { useScene } from '../scene.js';
import { CompanyLevel } from './CompanyLevel.js';
import { Jump } from './Jump.js';
import { Ledger } from './Ledger.js';
import { Quests } from './Quests.js';
import { Rankings } from './Rankings.js';
import { Streaks } from './Streaks.js';

/** The second tab: what was earned and why, badges, quests, streaks, and the place among colleagues. */
export function Growth(props: {
  readonly client: Client;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly onNextStep: () => void;
  readonly onPreferences: (event: MouseEvent) => void;
}) {
  const { client, view, snapshot, onNextStep, onPreferences } = props;
  const { wallets = [], badges, quests, streaks, rankings, league, preferences, companyGrowth } = snapshot;
  const scene = useScene();
  const ranked = rankings.length > 0 || league !== undefined || preferences.ranking === 'hidden';
  const sections = [
    { part: 'ledger', label: scene.t('ledger'), shown: true },
    { part: 'rewards', label: scene.t('rewards'), shown: wallets.length > 0 },
    { part: 'badges', label: scene.t('badges'), shown: badges.length > 0 },
    { part: 'quests', label: scene.t('quests'), shown: quests.length > 0 },
    { part: 'streaks', label: scene.t('streaks'), shown: streaks.length > 0 },
    { part: 'ranking', label: scene.t('ranking'), shown: ranked },
  ].filter(({ shown }) => shown);
  return (
    <>
      <Jump sections={sections} />
      <Ledger entries={snapshot.ledger} wallets={wallets} pending={view.pending} onNextStep={onNextStep} />
      {wallets.length > 0 && <LateRewards client={client} view={view} snapshot={snapshot} />}
      {badges.length > 0 && <LateBadges badges={badges} />}
      {quests.length > 0 && <Quests quests={quests} />}
      {streaks.length > 0 && <Streaks streaks={streaks} />}
      {ranked && (
        <Rankings
          rankings={rankings}
          league={league}
          me={snapshot.user.id}
          hidden={preferences.ranking === 'hidden'}
          onPreferences={onPreferences}
        />
      )}
      {companyGrowth !== null && companyGrowth.people === null && companyGrowth.levels.length > 0 && (
        <CompanyLevel company={snapshot.company} growth={companyGrowth} />
      )}
    </>
  );
}
