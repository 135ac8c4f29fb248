import type { Anchor, DeliveredBlock, Delivery } from '@waymark/contracts';

/** What is seen of a delivery at a time: a step of a tour, or all of it. */
export interface Part {
  /** Of the step; null where there are none. */
  readonly id: string | null;
  readonly title: string | undefined;
  readonly blocks: readonly DeliveredBlock[];
  readonly placement: Delivery['placement'];
  /** The element it stands by; null for what has a place of its own. */
  readonly anchor: Anchor | null;
  /** Index of what follows by Next; null ends it. */
  readonly next: number | null;
  readonly advance: string | undefined;
}

const ANCHORED = ['tour', 'tooltip', 'hotspot', 'card'];

/** The parts of a delivery, in their order. */
export function partsOf({ content, placement }: Delivery): Part[] {
  const anchor = (ANCHORED.includes(content.kind) && placement.anchor) || null;
  const whole = { id: null, title: undefined, blocks: [], placement, anchor, next: null, advance: undefined };
  if (content.kind === 'launcher') return [whole];
  if (content.kind === 'checklist') return [{ ...whole, title: content.title }];
  if (content.kind !== 'tour') return [{ ...whole, title: content.title, blocks: content.blocks }];
  return content.steps.map((step) => {
    const own = step.placement ?? placement;
    const next = content.steps.findIndex(({ id }) => id === step.next);
    return {
      id: step.id,
      title: step.title,
      blocks: step.blocks,
      placement: { ...own, pages: own.pages ?? placement.pages },
      anchor: own.anchor ?? null,
      next: next < 0 ? null : next,
      advance: step.advance,
    };
  });
}
