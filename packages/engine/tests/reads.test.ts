import type { JsonObject, Playbook } from '@waymark/contracts';
import { type Fact, partRead, type Reads, readsOf } from '@waymark/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, playbookOf } from './folding.js';
import { CAUGHT, logs, playbooks, RUNS } from './generated.js';
import { campaignOf, campaignPlaybook } from './people.js';

type Reading = (playbooks: readonly Playbook[]) => Reads;

/** The fact with what is read of it, as is left of an old one. */
function left(fact: Fact, reads: Reads): Fact {
  return {
    ...fact,
    properties: partRead(fact.properties as JsonObject, reads.properties) ?? {},
    context: partRead(fact.context as JsonObject, reads.context) ?? {},
    userTraits: partRead(fact.userTraits as JsonObject, reads.userTraits) ?? {},
    companyTraits: partRead(fact.companyTraits as JsonObject, reads.companyTraits) ?? {},
  };
}

function lossChangesNothing(reading: Reading) {
  return fc.property(playbooks, logs, (playbook, log) => {
    const reads = reading([playbook]);
    expect(
      fold(
        playbook,
        log.map((fact) => left(fact, reads)),
      ),
    ).toBe(fold(playbook, log));
  });
}

/** What is read by rules alone, as one forgets that badges, quests and streaks read, too. */
const ofRules: Reading = (all) =>
  readsOf(all.map((playbook) => ({ ...playbook, bonuses: [], badges: [], quests: [], streaks: [] })));

const ship = { id: 'r', name: 'R', event: 'ship', points: 10, outcome: 'value' };

describe('what a playbook reads', () => {
  it('is all that its points follow from', () => {
    fc.assert(lossChangesNothing(readsOf), RUNS);
  });

  it('is more than what its rules read', () => {
    expect(fc.check(lossChangesNothing(ofRules), CAUGHT).failed).toBe(true);
  });

  it('is found in every condition and measure, however nested, and nothing else', () => {
    const when = {
      area: 'ui',
      $or: [{ 'pull.size': { $gte: 3 } }, { $not: { '$user.plan': 'free', '__proto__.x': 1 } }],
      $and: [
        { 'context.page.path': { $exists: true } },
        { '$company.seats': { $gt: 5 } },
        { $role: 'admin' },
      ],
    };
    const reads = readsOf([
      playbookOf({ rules: [{ ...ship, when, measure: { kind: 'sum', of: 'files' } }] }),
      playbookOf({
        streaks: [{ id: 's', name: 'S', unit: 'day', events: [{ event: 'ship', when: { ci: true } }] }],
      }),
    ]);
    expect(reads.properties.map((steps) => steps.join('.')).sort()).toEqual([
      '$role',
      'area',
      'ci',
      'files',
      'pull.size',
    ]);
    expect(reads).toMatchObject({
      context: [['page', 'path']],
      userTraits: [['plan']],
      companyTraits: [['seats']],
    });
  });

  it('is what campaigns count in the log, and nothing that browsers or audiences look at', () => {
    const campaign = campaignOf('hello', {
      audience: {
        $or: [{ '$user.plan': 'pro' }, { $not: { $events: { event: 'ship', where: { size: { $gt: 1 } } } } }],
      },
      triggers: [{ kind: 'event', event: 'ship', where: { screen: 'wide' } }],
      content: {
        kind: 'checklist',
        items: [{ id: 'i', name: 'I', event: 'ship', where: { listed: true } }],
      },
      goal: { event: 'share', where: { '$company.plan': 'pro', rows: 3 }, days: 7 },
    });
    expect(readsOf([campaignPlaybook([campaign])])).toEqual({
      properties: [['size'], ['listed'], ['rows']],
      context: [],
      userTraits: [],
      companyTraits: [['plan']],
    });
  });

  it('is taken out of an object without what lies beside it', () => {
    const from = { pull: { size: 3, title: 'secret' }, files: 1, note: 'secret', list: [{ size: 1 }] };
    const paths = [['pull', 'size'], ['files'], ['missing'], ['list', 'size'], ['files', 'size']];
    const part = partRead(from, paths);
    expect(part).toMatchObject({ pull: { size: 3 }, files: 1 });
    expect(JSON.stringify(part)).not.toMatch(/secret|"size":1/);
    expect(partRead(from, [['missing']])).toBeUndefined();
    expect(partRead(undefined, paths)).toBeUndefined();
    expect(partRead(JSON.parse('{"toString": {"x": 1}}'), [['toString', 'x']])).toEqual({
      toString: { x: 1 },
    });
    expect(Object.hasOwn(Object.prototype.toString, 'x')).toBe(false);
  });
});
