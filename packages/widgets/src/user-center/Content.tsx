import type { Client, View } from '@waymark/contracts';
import { Icon } from '../surface/Icon.js';
import { TabPanel, Tabs } from '../surface/Tabs.js';
import { Growth } from './growth/Growth.js';
import { Header } from './Header.js';
import { Home } from './home/Home.js';
import { LateCompany } from './Late.js';
import { Failure, Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useScene } from './scene.js';
import { standingOf } from './standing.js';
import type { UserCenterTab } from './tab.js';

/** Whether there is nothing to show and nothing on its way. */
export function isFailed({ snapshot, connection }: View): boolean {
  return snapshot === null && (connection === 'offline' || connection === 'refused');
}

/** Who this is, the tabs, and what the chosen one holds. */
export function Content(props: {
  readonly client: Client;
  readonly view: View;
  readonly tab: UserCenterTab;
  readonly onTab: (tab: UserCenterTab) => void;
  readonly onPreferences: (event: MouseEvent) => void;
}) {
  const { client, view, onTab, onPreferences } = props;
  const { snapshot } = view;
  const scene = useScene();
  const failed = isFailed(view);
  const standing = snapshot === null ? null : standingOf(snapshot.levels, view.level, view.growth);
  const hasCompany = snapshot !== null && snapshot.companyGrowth?.people != null;
  const tab = props.tab === 'company' && snapshot !== null && !hasCompany ? 'home' : props.tab;
  const tabs = [
    { id: 'home', label: scene.t('home') },
    { id: 'growth', label: scene.t('growth') },
    ...(hasCompany || (tab === 'company' && snapshot === null)
      ? [{ id: 'company', label: scene.t('company') }]
      : []),
  ];

  return (
    <>
      <Header snapshot={snapshot} level={view.level} standing={standing}>
        <div class="tab-row">
          <Tabs
            name="main"
            label={scene.t('title')}
            tabs={tabs}
            selected={tab}
            onSelect={(id) => onTab(id as UserCenterTab)}
          />
          {snapshot !== null && (
            <button
              type="button"
              class="choose"
              aria-label={scene.t('preferences')}
              title={scene.t('preferences')}
              onClick={onPreferences}
            >
              <Icon name="settings" />
            </button>
          )}
        </div>
      </Header>
      <TabPanel key={tab} name="main" selected={tab}>
        <Notice view={view} onRetry={client.retry} />
        {snapshot === null || standing === null ? (
          failed ? (
            <Failure
              offline={view.connection === 'offline'}
              waiting={view.waiting}
              problem={view.problem}
              onRetry={client.retry}
            />
          ) : (
            <Skeleton tab={tab} label={scene.t('loading')} />
          )
        ) : tab === 'home' ? (
          <Home view={view} snapshot={snapshot} standing={standing} onQuests={() => onTab('growth')} />
        ) : tab === 'growth' ? (
          <Growth
            client={client}
            view={view}
            snapshot={snapshot}
            onNextStep={() => onTab('home')}
            onPreferences={onPreferences}
          />
        ) : (
          <LateCompany snapshot={snapshot} />
        )}
      </TabPanel>
    </>
  );
}
