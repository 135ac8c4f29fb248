import { drawFrom, hash } from './chance.js';
import { projectOf, type Title, titleOf } from './titles.js';

/** The seven things that people do in this product; each is also the name of its Waymark event. */
export const WORK_EVENTS = [
  'feature.shipped',
  'bug.fixed',
  'review.merged',
  'release.cut',
  'change.committed',
  'doc.written',
  'test.added',
] as const;
/** One of them. */
export type WorkEvent = (typeof WORK_EVENTS)[number];

/** A piece of work: what lies on the desk, and what stands in the lists. */
export interface WorkItem {
  readonly key: string;
  readonly event: WorkEvent;
  readonly title: Title;
  readonly project: ReturnType<typeof projectOf>;
  readonly files: number;
}

// Fewest and most files a piece of work touches, near what the real activity has.
const FILES: Record<WorkEvent, readonly [number, number]> = {
  'feature.shipped': [3, 18],
  'bug.fixed': [1, 4],
  'review.merged': [0, 0],
  'release.cut': [8, 60],
  'change.committed': [1, 9],
  'doc.written': [1, 5],
  'test.added': [1, 3],
};

/** The piece of work that a seed stands for: always the same one. */
export function workOf(event: WorkEvent, seed: string, files?: number): WorkItem {
  const [least, most] = FILES[event];
  const project = projectOf(seed);
  return {
    key: `${project.key}-${1000 + (hash(`${seed} number`) % 9000)}`,
    event,
    title: titleOf(event, seed),
    project,
    files: files ?? least + drawFrom(most - least + 1, `${seed} files`),
  };
}
