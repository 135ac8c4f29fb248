import type { Cells } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { campaignOf, campaignPlaybook } from '../../tests/people.js';
import { apply, retract } from '../apply.js';
import { compilePlaybook } from '../compile.js';
import { explain } from '../explain.js';
import { type Source, stampFact } from '../fact.js';
import { ledgerName } from '../ledger-name.js';
import { nextStep } from '../next-step.js';
import { outcomeOf } from '../outcome.js';

const rewards = { points: 25, outcome: 'activation' };
const playbook = campaignPlaybook([
  campaignOf('paid', { rewards }),
  campaignOf('also', { rewards: { points: 5 } }),
  campaignOf('free'),
]);
const program = compilePlaybook(playbook);

const fact = (id: string, campaignId: string, source: Source = 'server', kind = 'completed') =>
  stampFact(
    {
      id,
      type: 'track',
      event: '$campaign',
      userId: 'ada',
      timestamp: '2026-08-22T12:00:00+02:00',
      properties: { campaignId, kind },
    },
    { companyId: 'acme', role: null, source },
  );
const folded = (...facts: ReturnType<typeof fact>[]) =>
  facts.reduce((cells: Cells, one) => apply(cells, one, program).state, {});
const growthAfter = (...facts: ReturnType<typeof fact>[]) => folded(...facts).all?.growth ?? 0;

describe('what campaigns pay', () => {
  it('is paid once in a lifetime, however often one is completed', () => {
    expect(growthAfter(fact('a', 'paid'))).toBe(25);
    expect(growthAfter(fact('a', 'paid'), fact('b', 'paid'), fact('c', 'also'))).toBe(30);
  });

  it.each([
    ['a browser says so', fact('a', 'paid', 'browser')],
    ['it is only shown', fact('a', 'paid', 'server', 'shown')],
    ['it pays nothing', fact('a', 'free')],
    ['it is not known', fact('a', 'gone')],
  ])('is not paid when %s', (_, one) => {
    expect(growthAfter(one)).toBe(0);
  });

  it('goes with the fact that brought it, and stays with another one', () => {
    const both = folded(fact('a', 'paid'), fact('b', 'paid'));
    const one = retract(both, fact('a', 'paid'), program).state;
    expect(one.all?.growth).toBe(25);
    expect(retract(one, fact('b', 'paid'), program).state).toEqual({});
  });

  it('has a name and an outcome in the ledger, and is nobody’s next step', () => {
    const { awards } = apply({}, fact('a', 'paid'), program);
    expect(awards).toMatchObject([{ ruleId: 'campaign:paid', points: 25, period: 'lifetime' }]);
    expect(ledgerName(playbook, 'campaign:paid')).toEqual(playbook.campaigns?.[0]?.name);
    expect(outcomeOf(playbook, 'campaign:paid')).toBe('activation');
    expect(outcomeOf(playbook, 'campaign:also')).toBeNull();
    expect(nextStep(program, {}, '2026-08-22')).toBeNull();
  });

  it('is explained: a browser’s word is not trusted', () => {
    const verdicts = (source: Source) =>
      explain({}, fact('a', 'paid', source), program).map(({ id, verdict }) => `${id} ${verdict}`);
    expect(verdicts('browser')).toEqual(['campaign:paid trust', 'campaign:also trust']);
    expect(verdicts('server')).toEqual(['campaign:paid counted', 'campaign:also condition']);
  });
});
