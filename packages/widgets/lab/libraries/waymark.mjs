// Ours, as published and with its defaults; the hub is a client that delivers one tour and grants every claim.

export const npm = '@waymark/widgets';
export const mine = 'waymark-tip, waymark-surface';
export const box = '.card';
export const next = '.foot .primary';
export const close = '.close';

/** Browser: loads the library. What draws it loads by itself, once there is something to draw. */
export const load = () => import('../../dist/tips/index.js');

/** Browser: starts tips with one tour; returns their undo. */
export function start({ startTips }, { steps, backdrop, id = 'lab-tour' }) {
  const facts = [];
  const errors = [];
  const snapshot = {
    position: '1',
    user: { id: 'person', name: 'Person' },
    company: { id: 'company', name: 'Company' },
    growth: 0,
    level: 0,
    levels: [],
    campaigns: deliveriesOf({ id, steps, backdrop }),
  };
  const view = { snapshot, growth: 0, level: 0, pending: [], connection: 'live', problem: null, waiting: 0 };
  const client = {
    view: {
      get: () => view,
      subscribe: (listener) => {
        listener(view);
        return () => {};
      },
    },
    track: (event, properties) => facts.push({ event, ...properties }),
    claim: async () => true,
    prefer: async () => {},
    redeem: async () => ({ status: 'refused' }),
    retry() {},
  };
  const tips = startTips({ client, theme: 'light', onError: (error) => errors.push(error.message) });
  window.ours ??= [];
  window.ours.push({ tips, facts, errors });
  return () => tips.dispose();
}

function deliveriesOf({ id, steps, backdrop }) {
  const line = (text) => [{ kind: 'paragraph', of: [{ kind: 'text', text }] }];
  const content = {
    kind: 'tour',
    steps: steps.map(({ id: stepId, name, chain, title, text, image, pages, next: follows }, i) => ({
      id: stepId,
      title,
      blocks: [
        { kind: 'text', text: line(text) },
        ...(image ? [{ kind: 'image', src: image.src, alt: image.alt }] : []),
      ],
      placement: { anchor: name ? { name } : { chain }, ...(pages && { pages }) },
      next: follows ?? steps[i + 1]?.id ?? null,
    })),
  };
  const delivery = {
    campaignId: id,
    version: 1,
    arm: null,
    channel: 'interrupt',
    language: null,
    triggers: [{ kind: 'load' }],
    placement: { backdrop },
    content,
    snooze: 24,
    limits: [],
  };
  return { deliveries: [delivery], standby: [], allowances: {} };
}
