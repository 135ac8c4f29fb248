import type { Client, Snapshot, View } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { createLater, type Later, useLater } from '../surface/later.js';
import { Failure } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useScene } from './scene.js';

/** The company view: only some people of a company have it. */
const company = createLater(() => import('./company/index.js'));
/** The preferences: seldom opened. */
const preferences = createLater(() => import('./preferences/index.js'));

/** The company view, loaded when it is first opened. */
export function LateCompany({ snapshot }: { readonly snapshot: Snapshot }) {
  const growth = snapshot.companyGrowth;
  if (growth === null) return null;
  return (
    <Late later={company}>
      {({ Company }) => <Company company={snapshot.company} growth={growth} levels={snapshot.levels} />}
    </Late>
  );
}

/** The preferences, loaded when they are first opened. */
export function LatePreferences(props: {
  readonly client: Client;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly onBack: () => void;
}) {
  return <Late later={preferences}>{({ Preferences }) => <Preferences {...props} />}</Late>;
}

function Late<T extends { readonly css: string }>(props: {
  readonly later: Later<T>;
  readonly children: (loaded: T) => ComponentChildren;
}) {
  const scene = useScene();
  const [loaded, failed, retry] = useLater(props.later);
  if (failed) return <Failure offline={!navigator.onLine} waiting={0} problem={null} onRetry={retry} />;
  if (loaded === null) return <Skeleton tab="company" label={scene.t('loading')} />;
  scene.wear(loaded.css);
  return props.children(loaded);
}
