import type { Campaign, Content, Playbook } from '@waymark/contracts';
import type { Finding } from '../finding.js';
import { audiencesOf } from './audiences.js';
import { contentsOf } from './contents.js';
import { isContradictory } from './contradiction.js';
import { languagesOf, nearestLanguage, textsIn } from './languages.js';
import { lintReferences } from './lint-references.js';
import { lintSteps } from './lint-steps.js';

/** What an operator should look at before campaigns go live, beside names that nobody has seen; part of `lintPlaybook`. */
export function lintCampaigns(playbook: Playbook): Finding[] {
  const { campaigns = [] } = playbook;
  return [
    ...emptyAudiences(playbook),
    ...lintReferences(playbook),
    ...campaigns.flatMap((campaign, i) => [
      ...contentsOf(campaign, `campaigns[${i}]`).flatMap(({ content, path }) => [
        ...lintSteps(content, path),
        ...untranslated(content, path, languagesOf(campaign)),
      ]),
      ...purposeless(campaign, `campaigns[${i}]`),
    ]),
  ];
}

function emptyAudiences(playbook: Playbook): Finding[] {
  return audiencesOf(playbook)
    .filter(({ when }) => isContradictory(when, playbook))
    .map(({ path }) => ({
      kind: 'empty-audience',
      path,
      message:
        'expected somebody who could match, got conditions that contradict each other: it reaches nobody. Loosen one of them.',
    }));
}

function untranslated(content: Content, path: string, languages: readonly string[]): Finding[] {
  if (languages.length < 2) return [];
  return textsIn(content, path).flatMap((text): Finding[] => {
    const missing = languages.filter((tag) => nearestLanguage([tag], text.languages ?? []) === null);
    if (missing.length === 0) return [];
    const got = text.languages === null ? 'the same for all' : text.languages.join(', ');
    return [
      {
        kind: 'missing-translation',
        path: text.path,
        message: `expected the text in ${missing.join(', ')}, got ${got}: who reads that meets another language. Translate it.`,
      },
    ];
  });
}

function purposeless({ status, goal, experiment, rewards }: Campaign, path: string): Finding[] {
  if (status === 'ended') return [];
  const findings: Finding[] = [];
  if (goal === undefined) {
    const message =
      'expected the business event that it is for, got none: nobody can tell what it is good for. Name it as `goal`.';
    findings.push({ kind: 'no-goal', path, message });
  }
  if (experiment === undefined || experiment.holdout === 0) {
    const message =
      'expected a few percent of people held out, got none: what would have happened anyway counts as its effect. Add `experiment` with a holdout.';
    findings.push({ kind: 'no-holdout', path, message });
  }
  if (rewards !== undefined && rewards.outcome === undefined) {
    const message =
      'expected the outcome that its points are for, got none: points without one buy clicks. Say it as `outcome`.';
    findings.push({ kind: 'no-outcome', path: `${path}.rewards`, message });
  }
  return findings;
}
