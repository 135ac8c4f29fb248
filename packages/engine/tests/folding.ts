import { type Cells, describeProblems, type Playbook, parsePlaybook } from '@waymark/contracts';
import {
  canonicalCells,
  compilePlaybook,
  createFold,
  type Fact,
  type FoldedMember,
  type Program,
} from '@waymark/engine';

const SMALLEST = {
  specVersion: 1,
  id: 'p',
  version: 1,
  name: 'P',
  rules: [],
  levels: [{ at: 0, title: 'New' }],
};

/** The playbook with these parts, and nothing in it beside them. */
export function playbookOf(parts: object = {}): Playbook {
  const parsed = parsePlaybook({ ...SMALLEST, ...parts });
  if (!parsed.ok) throw new Error(describeProblems(parsed.problems));
  return parsed.value;
}

const programs = new WeakMap<Playbook, Program>();

/** A playbook's program: compiled when it is asked for first, as whoever runs one does. */
export function programOf(playbook: Playbook): Program {
  const known = programs.get(playbook);
  if (known !== undefined) return known;
  const fresh = compilePlaybook(playbook);
  programs.set(playbook, fresh);
  return fresh;
}

/** Folds a log from nothing. */
export function membersOf(playbook: Playbook, facts: Iterable<Fact>): FoldedMember[] {
  const folding = createFold(programOf(playbook));
  for (const fact of facts) folding.push(fact);
  return [...folding.members()];
}

/** What a log of one member comes to. */
export function cellsOf(playbook: Playbook, facts: Iterable<Fact>): Cells {
  return membersOf(playbook, facts)[0]?.cells ?? {};
}

/** Folds a log to text: the same bytes for the same state. */
export function fold(playbook: Playbook, facts: Iterable<Fact>): string {
  return textOf(membersOf(playbook, facts));
}

/** Members and their cells as text, whatever order they come in. */
export function textOf(members: readonly FoldedMember[]): string {
  return members
    .map(({ companyId, userId, cells }) => `${companyId}/${userId} ${canonicalCells(cells)}`)
    .sort()
    .join('\n');
}
