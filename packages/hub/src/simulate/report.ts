import type { Localized, Playbook } from '@waymark/contracts';
import { type Compared, type Comparison, type Finding, ledgerName } from '@waymark/engine';

/** What a draft would change, and what to look at before it goes live. */
export interface Simulation {
  /** How many events were folded, and from which local day to which; null without any. */
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly live: { readonly id: string; readonly version: number };
  readonly draft: { readonly id: string; readonly version: number };
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
}

const SHOWN = 10;
const NAME_WIDTH = 44;
const NUMBER_WIDTH = 12;

/** A report for the terminal. */
export function reportOf(simulation: Simulation, live: Playbook, draft: Playbook): string {
  const { comparison, findings, events, from, to } = simulation;
  const { points, rules, outcomes, currencies, levels, people, companies, winners, losers } = comparison;
  const nameOf = (ruleId: string) => textOf(ledgerName(draft, ruleId) ?? ledgerName(live, ruleId) ?? ruleId);
  const titleOf = (level: number) => textOf((draft.levels[level] ?? live.levels[level])?.title ?? '');
  return [
    `${count(events)} events${from === null ? '' : ` from ${from} to ${to}`}`,
    `live: ${live.id} version ${live.version}; draft: ${draft.id} version ${draft.version}`,
    ...(comparison.isEmpty
      ? ['', 'The draft changes nothing: every point and every level is the same.']
      : []),
    ...table(
      'Points by rule',
      rules.map((row) => [nameOf(row.ruleId), row]),
    ),
    row('all', points),
    ...table(
      'Points by outcome',
      outcomes.map((row) => [row.outcome ?? 'by hand', row]),
    ),
    ...table(
      'Earned to be spent',
      currencies.map((row) => [textOf(currencyName(row.currency, draft, live)), row]),
    ),
    ...table(
      'People by level',
      levels.map((row) => [`${row.level + 1} ${titleOf(row.level)}`, row]),
    ),
    '',
    `${count(winners)} people would have more, ${count(losers)} less.`,
    ...rest(
      table(
        'People who change most',
        people
          .slice(0, SHOWN)
          .map((row) => [`${row.userId}${row.companyId === '' ? '' : ` in ${row.companyId}`}`, row]),
      ),
      people.length,
    ),
    ...rest(
      table(
        'Companies that change most',
        companies.slice(0, SHOWN).map((row) => [row.companyId, row]),
      ),
      companies.length,
    ),
    ...(findings.length === 0 ? [] : ['', 'To look at before it goes live']),
    ...findings.map(({ path, message }) => `  ${path}: ${message}`),
    '',
  ].join('\n');
}

/** What a currency is called: by the first playbook that has it. */
export function currencyName(id: string, ...playbooks: readonly Playbook[]): Localized {
  return playbooks.flatMap(({ currencies = [] }) => currencies).find((one) => one.id === id)?.name ?? id;
}

function table(title: string, rows: readonly (readonly [name: string, Compared])[]): string[] {
  if (rows.length === 0) return [];
  const head = `${title.padEnd(NAME_WIDTH + 2)}${['live', 'draft', 'change'].map((name) => name.padStart(NUMBER_WIDTH)).join('')}`;
  return ['', head, ...rows.map(([name, compared]) => row(name, compared))];
}

function row(name: string, { live, draft }: Compared): string {
  const change = draft - live;
  const sign = change > 0 ? '+' : '';
  const numbers = [count(live), count(draft), change === 0 ? '·' : `${sign}${count(change)}`];
  return `  ${fitted(name)}${numbers.map((text) => text.padStart(NUMBER_WIDTH)).join('')}`;
}

function rest(lines: string[], total: number): string[] {
  return lines.length === 0 || total <= SHOWN ? lines : [...lines, `  … and ${count(total - SHOWN)} more`];
}

function fitted(name: string): string {
  const short = name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name;
  return short.padEnd(NAME_WIDTH);
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function textOf(text: Localized): string {
  return typeof text === 'string' ? text : (text.en ?? Object.values(text)[0] ?? '');
}
