import type { SimulationReport } from '@waymark/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, eventOf, PLAYBOOK_INPUT, playbookOf } from './fixture.js';
import { hubOver } from './hub-over.js';
import { KEYS, startHub } from './running-hub.js';

const [ship, commit] = PLAYBOOK_INPUT.rules;
const DRAFT = { ...PLAYBOOK_INPUT, version: 2, rules: [{ ...ship, points: 100 }, commit] };

describe.each(DATABASES)('a simulation over $name', ({ start }) => {
  const hub = hubOver(start);
  beforeAll(async () => {
    const events = [
      eventOf({ userId: 'ann', timestamp: '2026-08-01T10:00:00Z' }),
      eventOf({ userId: 'ann' }),
      eventOf({ userId: 'ben', event: 'change.committed' }),
    ];
    await hub.tell(...events);
  }, 60_000);

  const simulate = (body: unknown, at = hub, token = KEYS.operatorToken) =>
    fetch(`${at.url}/admin/v1/simulations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('shows what a draft would change, of all days or the last ones, and changes nothing', async () => {
    const report: SimulationReport = await (await simulate({ playbook: DRAFT })).json();
    expect(report).toMatchObject({
      events: 3,
      from: '2026-08-01',
      to: '2026-08-22',
      isEmpty: false,
      points: { live: 90, draft: 210 },
      winners: 1,
      losers: 0,
      peopleTotal: 1,
      people: [{ userId: 'ann', companyId: 'acme', live: 80, draft: 200, liveLevel: 1, draftLevel: 2 }],
      rules: [
        { ruleId: 'ship', name: 'Shipped', outcome: 'value', live: 80, draft: 200 },
        { ruleId: 'commit', live: 10, draft: 10 },
      ],
    });
    const recent: SimulationReport = await (await simulate({ playbook: DRAFT, days: 7 })).json();
    expect(recent).toMatchObject({ events: 2, points: { live: 50, draft: 110 } });
    const same: SimulationReport = await (await simulate({ playbook: PLAYBOOK_INPUT })).json();
    expect(same.isEmpty).toBe(true);
    const person = await hub.get('/admin/v1/people/acme/ann', KEYS.operatorToken);
    expect((await person.json()).growth).toBe(80);
  });

  it.each([
    ['a playbook that is none', { playbook: { ...DRAFT, levels: [] } }, 400, 'invalid_playbook'],
    ['nothing', 'null', 400, 'invalid_playbook'],
    ['no JSON', '{', 400, 'invalid_json'],
    ['days that are none', { playbook: DRAFT, days: 0.5 }, 400, 'invalid_batch'],
  ])('of %s is refused with its reasons', async (_, body, status, code) => {
    const answer = await simulate(body);
    expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
  });

  it('is for operators, one at a time', async () => {
    expect((await simulate({ playbook: DRAFT }, hub, await hub.token('ann'))).status).toBe(401);
    const { simulator } = hub.storage;
    let begun = () => {};
    let go = () => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const held = new Promise<void>((resolve) => (go = resolve));
    const slow: typeof simulator.simulate = async (request) => {
      begun();
      await held;
      return simulator.simulate(request);
    };
    const busy = await startHub({ storage: { ...hub.storage, simulator: { ...simulator, simulate: slow } } });
    const first = simulate({ playbook: DRAFT }, busy);
    await started;
    expect((await simulate({ playbook: DRAFT }, busy)).status).toBe(429);
    go();
    expect((await first).status).toBe(200);
    expect((await simulate({ playbook: DRAFT }, busy)).status).toBe(200);
    await busy.stop();
  });

  it('tells of no single person where operators may see no figures of them', async () => {
    const guarded = await startHub({ playbook: playbookOf({ privacy: 'works-council' }) });
    await guarded.send(eventOf({ userId: 'ann' }));
    const report: SimulationReport = await (await simulate({ playbook: DRAFT }, guarded)).json();
    expect([report.people, report.peopleTotal, report.winners]).toEqual([[], 1, 1]);
    await guarded.stop();
  });
});
