import type { Content, TourStep } from '@waymark/contracts';
import type { Finding } from '../finding.js';

/** Steps of a tour that nobody comes to, and ways by Next that never end. */
export function lintSteps(content: Content, path: string): Finding[] {
  if (content.kind !== 'tour') return [];
  const { steps } = content;
  const nextOf = (at: number) => {
    const { next } = steps[at] as TourStep;
    return next === undefined ? at + 1 : steps.findIndex(({ id }) => id === next);
  };
  const findings: Finding[] = [];
  const walked = new Set<number>();
  for (let at = 0; at < steps.length; at = nextOf(at)) {
    walked.add(at);
    if (!walked.has(nextOf(at))) continue;
    findings.push({
      kind: 'cyclic-steps',
      path: `${path}.steps[${at}].next`,
      message: `expected a way to the end, got one back to "${steps[nextOf(at)]?.id}": whoever presses Next goes in circles. Let it lead on.`,
    });
    break;
  }
  const reached = new Set<number>();
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const step = steps[at];
    if (step === undefined || reached.has(at)) continue;
    reached.add(at);
    open.push(nextOf(at), ...jumpsOf(step).map((id) => steps.findIndex((other) => other.id === id)));
  }
  return [
    ...findings,
    ...steps.flatMap(({ id }, i): Finding[] =>
      reached.has(i)
        ? []
        : [
            {
              kind: 'unreachable-step',
              path: `${path}.steps[${i}]`,
              message: `expected a step or a button that leads to "${id}", got none: nobody sees it. Lead to it, or take it out.`,
            },
          ],
    ),
  ];
}

function jumpsOf({ blocks }: TourStep): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap(({ action }) => (action.kind === 'step' ? [action.step] : []))
      : [],
  );
}
