import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Localized, parsePlaybook } from '@waymark/contracts';
import { companyName, personName } from '@waymark/example-activity';
import { describe, expect, it } from 'vitest';

const FILE = new URL('../playbook.json', import.meta.url);
const raw = JSON.parse(readFileSync(FILE, 'utf8'));
const parsed = parsePlaybook(raw);
const ACTIVITY = new URL('../../activity/activity.ndjson.gz', import.meta.url);

describe("the demo's playbook", () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const playbook = parsed.value;

  it('names a JSON Schema that is there', () => {
    expect(existsSync(new URL(raw.$schema, FILE))).toBe(true);
  });

  it('has ten levels, twenty badges of their own look, and four rankings', () => {
    expect([playbook.levels.length, playbook.badges.length, playbook.rankings.length]).toEqual([10, 20, 4]);
    const looks = playbook.badges.map(({ medal }) => medal.glyph);
    expect(new Set(looks).size).toBe(looks.length);
    expect(playbook.badges.filter(({ secret }) => secret).length).toBeGreaterThan(2);
  });

  it('gives bots nothing', () => {
    for (const { id, when } of [...playbook.rules, ...playbook.badges]) {
      expect(when?.bot, id).toEqual({ $ne: true });
    }
  });

  it('gives credits for outcomes, and several things to spend them on', () => {
    const { rules, currencies = [], rewards = [] } = playbook;
    expect(currencies.map(({ id }) => id)).toEqual(['credits']);
    for (const { id, earns, outcome } of rules) if (earns) expect(outcome, id).not.toBe('adoption');
    expect(rewards.length).toBeGreaterThan(3);
    expect(rewards.filter(({ stock }) => stock === 1)).toHaveLength(1);
    expect(rewards.every(({ glyph }) => glyph !== undefined)).toBe(true);
  });

  it('limits every rule, and counts outcomes above activity', () => {
    for (const { id, limit } of playbook.rules) expect(limit, id).toBeDefined();
    const pointsOf = (event: string) =>
      playbook.rules.find((rule) => rule.event === event && rule.limit?.per !== 'lifetime')?.points ?? 0;
    const outcomes = ['feature.shipped', 'release.cut', 'bug.fixed'].map(pointsOf);
    const activity = ['change.committed', 'review.merged', 'doc.written', 'test.added'].map(pointsOf);
    expect(Math.min(...outcomes)).toBeGreaterThan(Math.max(...activity));
  });

  it('says everything in both languages', () => {
    const texts: Localized[] = [
      playbook.name,
      ...playbook.rules.map(({ name }) => name),
      ...playbook.levels.map(({ title }) => title),
      ...playbook.benefits.flatMap(({ name, description }) => [name, description ?? '']),
      ...playbook.badges.flatMap(({ name, description }) => [name, description]),
      ...playbook.rankings.map(({ name }) => name),
      ...(playbook.currencies ?? []).map(({ name }) => name),
      ...(playbook.rewards ?? []).flatMap(({ name, description }) => [name, description ?? '']),
    ];
    for (const text of texts) expect(Object.keys(text), JSON.stringify(text)).toEqual(['en', 'zh-CN']);
  });
});

describe('the activity', () => {
  const events = gunzipSync(readFileSync(ACTIVITY))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; userId: string; companyId: string });

  it('is whole', () => {
    expect(events).toHaveLength(37_231);
    expect(new Set(events.map(({ id }) => id)).size).toBe(37_231);
  });

  it('gives everybody a name of their own', () => {
    const names = (ids: string[], name: (id: string) => string) => new Set([...new Set(ids)].map(name)).size;
    expect(
      names(
        events.map(({ userId }) => userId),
        personName,
      ),
    ).toBe(3_331);
    expect(
      names(
        events.map(({ companyId }) => companyId),
        companyName,
      ),
    ).toBe(12);
  });
});
