import type { Event, Preferences } from '@waymark/contracts';
import { type Award, type Homes, type Program, placedAt, relocationOf, voidedBy } from '@waymark/engine';
import type { StoredRow } from '../storage/log-rows.js';
import type { Own, PreferencesRow, PushRow } from '../storage/tables.js';
import { CHOICE, chosenRow } from './choice.js';
import { storedFact } from './placed-event.js';
import { pushRow } from './push-row.js';
import { memberKey } from './request.js';
import type { StoredFacts } from './stored-facts.js';
import { createTally, type Tally } from './tally.js';
import { createVoids, type Voids } from './voids.js';

/** Rows of the log taken in once more, in their order: the recorder's repairs, the verifier and explanations are made of it. */
export interface Replay {
  readonly tally: Tally;
  readonly voids: Voids;
  /** Takes the next row, and returns what it brought. */
  take(row: StoredRow): Promise<Award[]>;
  /** What people have chosen in the end. */
  preferences(): Own<PreferencesRow>[];
  /** What operators have sent. */
  readonly pushes: readonly Own<PushRow>[];
}

/** Begins with nothing; `homes` are those that hold in the end. */
export function createReplay(
  homes: Homes,
  stored: StoredFacts,
  programOf: (version: number) => Promise<Program>,
): Replay {
  const tally = createTally();
  const voids = createVoids();
  const preferences = new Map<string, Own<PreferencesRow>>();
  const pushes: Own<PushRow>[] = [];

  function choose({ company_id, user_id, position }: StoredRow, { event, properties }: Event): void {
    if (event !== CHOICE) return;
    const home = homes.of({ companyId: company_id, userId: user_id ?? '' });
    const chosen = properties as unknown as Preferences;
    preferences.set(
      memberKey(home.companyId, home.userId),
      chosenRow(home.companyId, home.userId, position, chosen),
    );
  }

  return {
    tally,
    voids,
    pushes,
    async take(row) {
      const { position, source } = row;
      // What is left of an erased person's event says nothing, and what came late is not scored.
      if (source === 'erased' || source === 'late') return [];
      if (source === 'hub') {
        choose(row, JSON.parse(row.body));
        const fact = placedAt(storedFact(row), homes);
        tally.note({ position, fact });
        const push = pushRow(fact, position);
        if (push !== null) pushes.push(push);
        return [];
      }
      const program = await programOf(row.playbook_version);
      const fact = storedFact(row);
      const eventId = voidedBy(fact);
      if (eventId !== null) {
        const target = (await stored.find([eventId], position)).get(eventId);
        const taken = voids.add(fact, eventId, position, target, homes);
        if (taken === null) return [];
        return tally.takeBack(position, { ...taken, fact: placedAt(taken.fact, homes) }, program);
      }
      if (relocationOf(fact) !== null || voids.isVoid(fact, homes)) return [];
      return tally.take({ position, fact: placedAt(fact, homes) }, program);
    },
    preferences: () => [...preferences.values()],
  };
}
