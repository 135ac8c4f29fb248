import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubOverview, Playbook } from '@waymark/contracts';
import { importFile, type Keys, type Storage } from '@waymark/hub';
import type { FastifyInstance } from 'fastify';
import { nameOf } from './demo-routes.js';

/** What is filled, and with what. */
export interface FillOptions {
  readonly hub: FastifyInstance;
  readonly storage: Storage;
  readonly playbook: Playbook;
  readonly keys: Keys;
  readonly file: string;
  /** How many events the file holds. */
  readonly events: number;
  /** Folder for a note that the file was imported whole. */
  readonly data: string;
}

const LINE_EVERY_MS = 1_000;

/** Brings the real activity in on the first start. One that was cut off goes on where it was; later ones do nothing. */
export async function fill(options: FillOptions): Promise<void> {
  const { storage, playbook, file, events, data } = options;
  const note = join(data, 'imported.sha256');
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  const noted = existsSync(note) && readFileSync(note, 'utf8') === hash;
  // The note may be of a database that is gone, so the hub is asked, too.
  if (noted && (await eventsIn(options)) >= events) return console.log('  All of it is there already.');

  let shown = performance.now();
  const { accepted, duplicates } = await importFile({
    storage,
    playbook,
    file,
    nameOf,
    onProgress({ bytes, total, events: done }) {
      if (performance.now() - shown < LINE_EVERY_MS) return;
      shown = performance.now();
      console.log(`  ${Math.round((100 * bytes) / total)}% read, ${shownCount(done)} events on disk`);
    },
  });
  writeFileSync(note, hash);
  console.log(`  ${shownCount(accepted)} events imported, ${shownCount(duplicates)} were there already.`);
}

/** Events in the hub's log, as its admin API tells. */
async function eventsIn({ hub, keys }: FillOptions): Promise<number> {
  const headers = { authorization: `Bearer ${keys.operatorToken}` };
  const answer = await hub.inject({ url: '/waymark/admin/v1/overview', headers });
  return answer.json<HubOverview>().events;
}

const shownCount = (count: number): string => count.toLocaleString('en');
