import type { Event } from '@waymark/contracts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { campaignOf, playbookWith } from '../../tests/campaigns-fixture.js';
import { eventOf, NOW, temporaryFolder } from '../../tests/fixture.js';
import { createFollower } from '../read/follower.js';
import { headOf } from '../read/member-state.js';
import { createRelocationReads } from '../record/known-relocations.js';
import { openStorage, type Storage } from '../storage/open-storage.js';
import { createEventCounts, type EventCounting } from './event-counts.js';
import { prepareCampaigns } from './program.js';

const playbook = playbookWith(
  [
    campaignOf('it', {
      audience: {
        $and: [
          { $events: { event: 'ship', where: { big: true } } },
          { $events: { event: 'ship', by: 'company' } },
          { $events: { event: '$page' } },
        ],
      },
    }),
  ],
  {
    lifecycles: [
      {
        id: 'l',
        name: 'L',
        of: 'company',
        stages: [
          { id: 's', name: 'S', from: { day: 0 }, nodes: [{ id: 'n', name: 'N', event: 'write', by: 1 }] },
        ],
      },
    ],
  },
);
const campaigns = prepareCampaigns(playbook);
const PEOPLE = ['u1', 'u2', 'u3'];
const COMPANIES = ['acme', 'rival'];

let folder: ReturnType<typeof temporaryFolder>;
let storages: Storage[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const storage of storages) await storage.close();
  storages = [];
  folder.remove();
});

/** A hub's counting over a storage; a second storage of the same file is another hub. */
function countingOver(storage: Storage): { counting: EventCounting; fresh(): EventCounting } {
  const { tenant, reader, writer } = storage;
  const context = { tenant, reader, relocations: createRelocationReads(tenant), now: () => NOW } as never;
  const follower = createFollower({ tenant, reader, relocations: createRelocationReads(tenant) });
  writer.onCommit(follower.committed);
  const unfollowed = { follow() {}, committed() {}, upToDate: () => headOf(reader.kysely, tenant) };
  return {
    counting: createEventCounts(context, follower, campaigns),
    fresh: () => createEventCounts(context, unfollowed, campaigns),
  };
}

async function open(): Promise<Storage> {
  const storage = await openStorage({ data: folder.path, thread: false });
  storages.push(storage);
  await storage.writer.adopt(playbook);
  return storage;
}

const record = (storage: Storage, event: Event) =>
  storage.writer.record({
    events: [
      {
        id: event.id,
        userId: event.userId,
        companyId: event.companyId ?? '',
        role: null,
        body: JSON.stringify(event),
      },
    ],
    receivedAt: new Date(NOW).toISOString(),
    sentAt: null,
    source: 'server',
    names: { users: new Map(), companies: new Map() },
  });

const one = {
  hub: fc.boolean(),
  userId: fc.constantFrom(...PEOPLE),
  companyId: fc.constantFrom(...COMPANIES),
};
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      ...one,
      do: fc.constantFrom('ship', 'ship', 'write', '$page', 'other'),
      big: fc.boolean(),
      day: fc.integer({ min: 10, max: 22 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ ...one, do: fc.constant('ask') }) },
  { weight: 2, arbitrary: fc.record({ ...one, do: fc.constant('$void'), nth: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ ...one, do: fc.constant('$merge'), to: fc.constantFrom(...PEOPLE) }) },
  {
    weight: 1,
    arbitrary: fc.record({ ...one, do: fc.constant('$move'), to: fc.constantFrom(...COMPANIES) }),
  },
  { weight: 1, arbitrary: fc.record({ ...one, do: fc.constant('erase') }) },
);

async function all(counting: EventCounting) {
  const asked = [
    ...PEOPLE.flatMap((userId) => COMPANIES.map((companyId) => counting.person({ userId, companyId }))),
    ...COMPANIES.map((companyId) => counting.company(companyId)),
  ];
  return JSON.parse(JSON.stringify(await Promise.all(asked)), (_, value) =>
    // The order in which days and clauses were met says nothing.
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
}

it('what is kept is what the log says, whoever writes, corrects, moves and erases, and whoever asks meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      folder = temporaryFolder();
      const hubs = [await open(), await open()];
      const [{ counting, fresh }, other] = hubs.map(countingOver) as [
        ReturnType<typeof countingOver>,
        ReturnType<typeof countingOver>,
      ];
      const done: Event[] = [];
      const asking: Promise<unknown>[] = [];
      for (const one of steps) {
        const { userId, companyId } = one;
        const storage = hubs[one.hub ? 0 : 1] as Storage;
        const tell = (event: Partial<Event>) => record(storage, eventOf({ userId, companyId, ...event }));
        if (one.do === 'ask') {
          asking.push(all(one.hub ? counting : other.counting));
        } else if (one.do === 'erase') {
          await storage.writer.erase({ userId, operator: '', reason: '', at: new Date(NOW).toISOString() });
        } else if ('nth' in one) {
          const whose: Partial<Event> = done[one.nth % Math.max(1, done.length)] ?? {};
          const eventId = whose.id ?? 'none';
          const owner = { userId: whose.userId ?? userId, companyId: whose.companyId ?? companyId };
          await tell({ event: '$void', properties: { eventId }, ...owner });
        } else if ('to' in one) {
          const key = one.do === '$merge' ? 'userId' : 'companyId';
          await tell({ event: one.do, properties: { [key]: one.to } });
        } else if ('big' in one) {
          const isPage = one.do === '$page';
          const event = eventOf({
            userId,
            companyId,
            type: isPage ? 'page' : 'track',
            event: isPage ? undefined : one.do,
            timestamp: `2026-08-${one.day}T10:00:00Z`,
            properties: { big: one.big },
          });
          done.push(event);
          await record(storage, event);
        }
      }
      await Promise.all(asking);
      const expected = await all(fresh());
      expect(await all(counting)).toEqual(expected);
      expect(await all(other.counting)).toEqual(expected);
      for (const storage of storages) await storage.close();
      storages = [];
      folder.remove();
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25) },
  );
}, 120_000);
