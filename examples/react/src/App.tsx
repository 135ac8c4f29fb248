import type { Options } from '@waymark/sdk';
import { useGrowth, useWaymark, useWaymarkClient, WaymarkContext } from './waymark.js';

/** A page with Waymark in it. */
export function App({ options }: { options: Options }) {
  const client = useWaymarkClient(options);
  return (
    <WaymarkContext value={client}>
      <main>
        <h1>Reports</h1>
        <Growth />
        <Acts />
      </main>
    </WaymarkContext>
  );
}

function Growth() {
  const growth = useGrowth();
  return <p>Growth value: {growth ?? '…'}</p>;
}

function Acts() {
  const waymark = useWaymark();
  return (
    <>
      <button type="button" onClick={() => waymark?.track('feature.shipped', { files: 3 })}>
        Ship a feature
      </button>{' '}
      <button type="button" onClick={() => waymark?.open()}>
        Open the user center
      </button>
    </>
  );
}
