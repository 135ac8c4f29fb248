import type { Playbook } from '@waymark/contracts';
import { importFile, type Storage } from '@waymark/hub';
import { nameOf } from './demo-routes.js';

const LINE_EVERY_MS = 1_000;

/** Brings the real activity in; what is there already is passed over, so an interrupted first start goes on. */
export async function fill(storage: Storage, playbook: Playbook, file: string): Promise<void> {
  let shown = performance.now();
  const { accepted, duplicates } = await importFile({
    storage,
    playbook,
    file,
    nameOf,
    onProgress({ bytes, total, events }) {
      if (performance.now() - shown < LINE_EVERY_MS) return;
      shown = performance.now();
      const percent = Math.round((100 * bytes) / total);
      console.log(`  ${percent}% read, ${events.toLocaleString('en')} events on disk`);
    },
  });
  console.log(
    accepted === 0
      ? `  All ${duplicates.toLocaleString('en')} events were there already.`
      : `  ${accepted.toLocaleString('en')} events imported, ${duplicates.toLocaleString('en')} were there already.`,
  );
}
