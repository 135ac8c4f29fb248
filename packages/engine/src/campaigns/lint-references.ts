import type { Playbook } from '@waymark/contracts';
import { all, compileOperators } from '../conditions.js';
import type { Finding } from '../finding.js';
import type { Leaf } from '../leaves.js';
import { askedOfPeople } from './audiences.js';

/** Ids that audiences and buttons name, and that the playbook does not have: such a condition can only miss. */
export function lintReferences(playbook: Playbook): Finding[] {
  const { campaigns = [] } = playbook;
  const ids = new Set(campaigns.map(({ id }) => id));
  return [
    ...askedOfPeople(playbook).flatMap((leaf) => unknownIn(leaf, playbook)),
    ...campaigns.flatMap((campaign, i) =>
      startsIn(campaign, `campaigns[${i}]`)
        .filter(({ id }) => !ids.has(id))
        .map(({ id, path }) => strange('unknown-campaign', path, 'the id of a campaign', id)),
    ),
  ];
}

function unknownIn({ key, value, path }: Leaf, playbook: Playbook): Finding[] {
  const {
    audiences = [],
    campaigns = [],
    badges,
    lifecycles = [],
    levels,
    companyLevels = levels,
  } = playbook;
  const [root, first = '', second = ''] = key.split('.');
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id);
  switch (root) {
    case '$audience':
      return has(audiences, value as string)
        ? []
        : [strange('unknown-audience', path, 'the id of an audience', value as string)];
    case '$campaign':
      return has(campaigns, first) ? [] : [strange('unknown-campaign', path, 'the id of a campaign', first)];
    case '$badge':
      return has(badges, first) ? [] : [strange('unknown-badge', path, 'the id of a badge', first)];
    case '$stage':
      return has(lifecycles, first) ? [] : [strange('unknown-node', path, 'the id of a lifecycle', first)];
    case '$node': {
      const nodes = lifecycles.find(({ id }) => id === first)?.stages.flatMap((stage) => stage.nodes ?? []);
      return has(nodes ?? [], second)
        ? []
        : [strange('unknown-node', path, 'a node of a lifecycle', `${first}.${second}`)];
    }
    case '$level':
      return unknownLevel(value, path, levels.length);
    case '$companyLevel':
      return unknownLevel(value, path, companyLevels.length);
    default:
      return [];
  }
}

/** What no level there is fulfils, and one that is not there would. */
function unknownLevel(asked: unknown, path: string, count: number): Finding[] {
  const isObject = typeof asked === 'object' && asked !== null;
  const test = isObject ? all(compileOperators(asked)) : (value: unknown) => value === asked;
  const named = (isObject ? Object.values(asked).flat() : [asked]).filter((one) => typeof one === 'number');
  const isThere = Array.from({ length: count }, (_, level) => level).some(test);
  const beyond = named.flatMap((level) => [level, Math.floor(level) + 1]).filter((level) => level >= count);
  if (isThere || !beyond.some(test)) return [];
  const message = `expected the index of a level, at most ${count - 1}, got ${JSON.stringify(asked)}: nobody has it. Lower it.`;
  return [{ kind: 'unknown-level', path, message }];
}

/** The campaigns that buttons start. */
function startsIn(value: unknown, path: string): { id: string; path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => startsIn(item, `${path}[${i}]`));
  return Object.entries(value).flatMap(([key, part]) => {
    const at = `${path}.${key}`;
    if (key !== 'action') return startsIn(part, at);
    const { kind, campaign } = part as { kind: string; campaign?: string };
    return kind === 'start' && campaign !== undefined ? [{ id: campaign, path: `${at}.campaign` }] : [];
  });
}

function strange(kind: Finding['kind'], path: string, what: string, id: string): Finding {
  return { kind, path, message: `expected ${what}, got "${id}": it can only miss. Check its spelling.` };
}
