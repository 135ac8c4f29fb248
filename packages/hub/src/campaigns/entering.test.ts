import type { Profile } from '@waymark/engine/campaigns';
import { expect, it, vi } from 'vitest';
import type { Followed } from '../read/follower.js';
import type { EnterRequest } from '../record/campaign-facts.js';
import type { Due } from './due.js';
import { createEntering } from './entering.js';

const decided = (userId: string) => ({
  profile: { userId, companyId: 'acme' } as Profile,
  at: '2026-08-22T12:00:00Z',
});
const due = (campaignId: string): Due[] => [{ campaignId, kind: 'entered', arm: null }];

/** Entering over a writer whose every transaction waits to be let go. */
function held() {
  const asked: { users: string[]; finish(error?: Error): void }[] = [];
  const errors: unknown[] = [];
  let followed: Followed | undefined;
  const enter = ({ people }: EnterRequest) =>
    new Promise<void>((resolve, reject) => {
      const finish = (error?: Error) => (error === undefined ? resolve() : reject(error));
      asked.push({ users: people.map(({ profile }) => profile.userId), finish });
    });
  const follow = (one: Followed) => {
    followed = one;
  };
  const entering = createEntering(
    { enter },
    { follow },
    () => 0,
    (error) => errors.push(error),
  );
  /** Lets the transaction under way end, and whatever follows begin. */
  const go = async (error?: Error) => {
    asked.at(-1)?.finish(error);
    await new Promise(setImmediate);
  };
  return { asked, errors, entering, go, correct: () => followed?.correct?.('acme', 'ada') };
}

it('gathers who comes while others are written of, each once', async () => {
  const { asked, entering, go } = held();
  for (const userId of ['ada', 'bob', 'bob', 'cy']) entering.add(decided(userId), due('x'));
  await go();
  await go();
  expect(asked.map(({ users }) => users)).toEqual([['ada'], ['bob', 'cy']]);
});

it('does not try for ever what cannot be said, but anything else, and all of it once a past changed', async () => {
  const { asked, entering, go, correct } = held();
  const add = async (campaignId: string) => {
    entering.add(decided('ada'), due(campaignId));
    await go();
  };
  await add('x');
  await add('x');
  expect(asked).toHaveLength(1);
  await add('y');
  expect(asked).toHaveLength(2);
  correct();
  await add('y');
  expect(asked).toHaveLength(3);
  entering.add(decided('bob'), []);
  expect(asked).toHaveLength(3);
});

it('tells of a writer that fails, and tries again when it is asked again', async () => {
  const { asked, errors, entering, go } = held();
  entering.add(decided('ada'), due('x'));
  await go(new Error('disk full'));
  expect(errors).toMatchObject([{ message: 'disk full' }]);
  entering.add(decided('ada'), due('x'));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});
