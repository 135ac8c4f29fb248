import type { Campaign, Client, DecisionView, Delivery, PersonDetail, View } from '@waymark/contracts';
import { createWritable } from '../../readable.js';

/** Name of the element that a preview stands by, whatever element the campaign is for. */
export const STAGE = 'waymark-preview';

const ANCHOR = { anchor: { name: STAGE } };

/**
 * A draft with what a campaign shows and nothing that keeps it away: anybody, at once, on this page. Each is another one, so
 * that what was closed before comes again.
 */
export function previewOf(
  { name, content, languages, placement, experiment }: Campaign,
  arm: string,
): object {
  const variant = experiment?.arms?.find(({ id }) => id === arm)?.content ?? content;
  return {
    id: `preview-${Date.now().toString(36)}`,
    name,
    status: 'live',
    content:
      variant.kind === 'tour'
        ? { ...variant, steps: variant.steps.map((step) => ({ ...step, ...onStage(step.placement) })) }
        : variant,
    ...(languages && { languages }),
    placement: onStage(placement)?.placement ?? {},
  };
}

/** A placement as it is here: by the stage where it was by an element, and on every page. */
function onStage(placement: Campaign['placement']): Pick<Campaign, 'placement'> | undefined {
  if (placement === undefined) return undefined;
  const { pages: _, anchor, ...rest } = placement;
  return { placement: { ...rest, ...(anchor && ANCHOR) } };
}

/** What of a decision is the preview; null where something kept it away. */
export function previewIn({ campaigns, verdicts }: DecisionView): Delivery | null {
  const isIt = ({ campaignId }: { readonly campaignId: string }) => campaignId.startsWith('preview-');
  const found = [...campaigns.deliveries, ...campaigns.standby].find(isIt);
  return found !== undefined && verdicts.some(isIt) ? found : null;
}

/** A client that shows one delivery to a person, and tells nobody what they do; with its undo. */
export function previewClient(
  delivery: Delivery,
  { growth, level, levels, name, userId, companyId }: PersonDetail,
): { readonly client: Client; end(): void } {
  const campaigns = { deliveries: [delivery], standby: [], allowances: {} };
  // Tips read no more of a snapshot than this.
  const snapshot = {
    user: { id: userId, name },
    company: { id: companyId, name: '' },
    levels,
    level,
    growth,
    campaigns,
  } as unknown as NonNullable<View['snapshot']>;
  const seen: View = {
    snapshot,
    growth,
    level,
    pending: [],
    connection: 'live',
    problem: null,
    waiting: 0,
  };
  const view = createWritable(seen);
  const never = () => Promise.reject(new Error('This is a preview.'));
  const client = { view, track() {}, prefer: never, redeem: never, claim: async () => true, retry() {} };
  // Where nobody is, nothing is kept for later.
  return { client, end: () => view.set({ ...seen, snapshot: null }) };
}
