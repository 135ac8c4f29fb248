import { beforeAll, describe, expect, test } from 'vitest';
import { loadCollectors, loadSituations } from '../lab/cells.mjs';
import { bundleClient } from '../lab/pages.mjs';
import { perform, tally } from '../lab/stage.mjs';

// Every situation of the fault lab once, with what would be published. The lab itself repeats them and runs the peers:
// `npm run lab:collector`.

const situations = (await loadSituations()).filter(({ isMeasured }) => !isMeasured);
const [collector] = await loadCollectors();
let client = '';

beforeAll(async () => {
  client = await bundleClient(collector);
});

async function expectNothingLost(situation: (typeof situations)[number]) {
  const { lost, doubled } = await perform({ situation, collector, client, isSameOrigin: false });
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
}

describe.concurrent('nothing is lost or doubled', { timeout: 200_000 }, () => {
  for (const situation of situations.filter(({ isAlone }) => !isAlone))
    test(situation.title, () => expectNothingLost(situation));
});

// A kill comes a fixed time after the calls, which a machine at other work may eat up whole: then it is tried again.
describe('nothing is lost or doubled, one by one', { timeout: 200_000, retry: 2 }, () => {
  for (const situation of situations.filter(({ isAlone }) => isAlone))
    test(situation.title, () => expectNothingLost(situation));
});

describe('the count', () => {
  const one = (n: number, id = `e${n}`) => ({ n, id });
  const all = Array.from({ length: 200 }, (_, i) => one(i + 1));

  test('tells lost from refused, and doubles under one id from doubles under two', () => {
    const stored = [...all.slice(2), one(3), one(4, 'other')];
    expect(tally({ stored, requests: [] }, { refused: [1] })).toMatchObject({
      lost: 1,
      doubled: 1,
      doubledRaw: 2,
    });
  });
});
