// Made-up campaigns for the pretended hub, as an operator would see them.

const text = (en, zh) => ({ en, 'zh-CN': zh });
const modal = { kind: 'modal', blocks: [{ kind: 'text', text: 'Hello' }] };

const figuresOf = (entered, heldOut, completed) => ({
  entered,
  heldOut,
  shown: Math.round(entered * 0.9),
  impressions: Math.round(entered * 1.4),
  clicked: Math.round(entered * 0.3),
  answered: Math.round(entered * 0.1),
  snoozed: Math.round(entered * 0.05),
  dismissed: Math.round(entered * 0.2),
  completed,
  anchorLost: 3,
});

const group = (name, entered, reached) => ({ group: name, entered, reached });

/** What the hub lists, and each campaign in full. */
export const campaigns = [
  {
    id: 'first-week',
    name: text('First week', '第一周'),
    kind: 'checklist',
    status: 'live',
    channel: 'ambient',
    audience: { $role: { $in: ['administrator', 'member'] }, '$stage.first-days': 'new' },
    holdout: 10,
    goal: 'report.shared',
    isPushed: false,
    figures: figuresOf(900, 100, 412),
    effect: {
      by: 'user',
      days: 7,
      groups: [group('holdout', 96, 12), group({ arm: 'short' }, 431, 102), group({ arm: 'long' }, 440, 90)],
      lift: { difference: 0.0954, low: 0.0121, high: 0.1787, confidence: 0.95 },
    },
  },
  {
    id: 'stuck-nudge',
    name: text('Stuck at the first report', '卡在第一份报告'),
    kind: 'tooltip',
    status: 'live',
    channel: 'interrupt',
    audience: { $level: { $lt: 2 }, $not: { $events: { event: 'report.opened', days: 7 } } },
    holdout: 20,
    goal: 'report.opened',
    isPushed: false,
    figures: figuresOf(40, 9, 11),
    effect: {
      by: 'company',
      days: 14,
      groups: [group('holdout', 9, 1), group({ arm: null }, 31, 8)],
      lift: null,
    },
  },
  {
    id: 'regional-news',
    name: text('News for the region', '区域通知'),
    kind: 'popup',
    status: 'paused',
    channel: 'interrupt',
    audience: { $online: true, $region: { $in: ['CN', 'SG'] } },
    holdout: 0,
    goal: null,
    isPushed: true,
    figures: figuresOf(120, 0, 30),
    effect: null,
  },
  {
    id: 'old-tour',
    name: '<img src=x onerror=alert(1)>',
    kind: 'tour',
    status: 'ended',
    channel: 'interrupt',
    holdout: 5,
    goal: 'feature.shipped',
    isPushed: false,
    figures: figuresOf(2_000, 105, 640),
    effect: {
      by: 'user',
      days: 30,
      groups: [group('holdout', 105, 30), group({ arm: null }, 1_990, 480)],
      lift: { difference: -0.0445, low: -0.0812, high: -0.0078, confidence: 0.95 },
    },
  },
];

/** A campaign in full. */
export function detailOf(id, pushes) {
  const row = campaigns.find((one) => one.id === id);
  if (row === undefined) return undefined;
  return {
    ...row,
    campaign: {
      id,
      name: row.name,
      status: row.status,
      ...(row.audience && { audience: row.audience }),
      ...(row.isPushed && { triggers: [{ kind: 'push' }] }),
      ...(row.goal && { goal: { event: row.goal, days: 7 } }),
      frequency: { max: 3, per: { times: 1, days: 7 }, afterDismissal: { days: 30 } },
      schedule: { from: '2026-08-01', until: '2026-12-31' },
      placement: { anchor: { name: 'reports' }, pages: ['/reports'], side: 'top' },
      content: modal,
    },
    parts: [
      { part: 'open-a-report', people: 700 },
      { part: 'share-it', people: 430 },
    ],
    answers: [
      { question: 'useful', answer: 'yes', count: 40 },
      { question: 'useful', answer: 'no', count: 9 },
    ],
    pushes,
    findings: [{ path: 'experiment', message: 'expected a few percent of people held out, got none' }],
  };
}

const gate = (name, passed, readings = []) => ({ gate: name, passed, words: '', readings });
const reading = (path, expected, actual, holds) => ({ path, expected, actual, holds });

function verdictOf({ id, name, status }, person) {
  const isHere = person.level < 2;
  const isLive = status === 'live';
  const gates = [
    gate('status', isLive, [reading('status', 'live', status, isLive)]),
    gate('schedule', true),
    gate('audience', isHere, [
      reading('$role', { $in: ['administrator', 'member'] }, 'member', true),
      reading('$or[0].$not.$level', { $gte: 2 }, person.level, !isHere),
    ]),
    gate('trigger', true, [reading('load', { kind: 'load' }, undefined, true)]),
    gate('experiment', true, [
      reading('experiment', 'not held out', { by: 'user', heldOut: false, arm: 'short' }, true),
    ]),
    gate('frequency', true, [reading(`${id} max`, 'fewer than 3', 1, true)]),
    gate('limits', true, [reading('calm user 3 in 24 hours', 'fewer than 3', 2, true)]),
    gate('slot', true, [reading('ambient', 'free', 'free', true)]),
  ];
  const stoppedBy = gates.find(({ passed }) => !passed)?.gate ?? null;
  return {
    campaignId: id,
    name,
    outcome: stoppedBy === null ? 'delivered' : 'stopped',
    stoppedBy,
    gates,
    state: 'shown',
    isOnPage: true,
  };
}

/** A draft as it is delivered to anybody. */
function previewOf(person, { id, name, placement = {} }) {
  const delivery = {
    campaignId: id,
    version: 1,
    arm: null,
    channel: 'interrupt',
    language: 'en',
    triggers: [{ kind: 'load' }],
    placement,
    content: {
      kind: 'tooltip',
      title: `Hello ${person.name}`,
      blocks: [
        { kind: 'text', text: [{ kind: 'paragraph', of: [{ kind: 'text', text: 'Share a report.' }] }] },
      ],
    },
    snooze: 24,
    limits: [],
  };
  return {
    ...decisionOf(person, { only: '' }),
    verdicts: [{ ...verdictOf({ id, name, status: 'live' }, person), campaignId: id }],
    campaigns: { deliveries: [delivery], standby: [], allowances: {} },
  };
}

/** What is decided about a person, at a page and a time. */
export function decisionOf(person, { only, path, at, campaign }) {
  if (campaign !== undefined) return previewOf(person, campaign);
  const verdicts = campaigns
    .filter(({ id }) => only === undefined || id === only)
    .map((campaign) => ({
      ...verdictOf(campaign, person),
      isOnPage: path === undefined || path === '/reports' || campaign.id !== 'stuck-nudge',
    }));
  return {
    userId: person.userId,
    companyId: person.companyId,
    name: person.name,
    at: at ?? '2026-08-22T20:04:36+08:00',
    online: true,
    verdicts,
    campaigns: { deliveries: [], standby: [], allowances: {} },
  };
}
