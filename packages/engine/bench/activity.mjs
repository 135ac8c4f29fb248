/** Made-up activity that looks like the real: few people do much, offsets differ, some are bots. Always the same. */

const NAMES = [
  'change.committed',
  'bug.fixed',
  'review.merged',
  'feature.shipped',
  'doc.written',
  'test.added',
  'release.cut',
];
const OFFSETS = ['-08:00', '-03:30', '+00:00', '+01:00', '+02:00', '+05:45', '+08:00'];

/** A generator of numbers in [0, 1) from a seed: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Events in the order of time: two years, `people` persons in twelve companies. */
export function activity(count, people = 3_000) {
  const random = seeded(20_260_822);
  const start = Date.UTC(2024, 7, 22);
  const step = (2 * 365 * 86_400_000) / count;
  return Array.from({ length: count }, (_, i) => {
    const person = Math.floor(people * random() ** 3);
    const time = new Date(start + i * step).toISOString().slice(0, 19);
    const properties = {
      files: Math.floor(1 + 30 * random() ** 4),
      area: `area-${Math.floor(random() * 12)}`,
    };
    if (random() < 0.05) properties.bot = true;
    return {
      id: `e_${i.toString(36)}`,
      type: 'track',
      event: NAMES[Math.floor(NAMES.length * random() ** 1.5)],
      userId: `u_${person}`,
      companyId: `c_${person % 12}`,
      timestamp: `${time}${OFFSETS[person % OFFSETS.length]}`,
      properties,
    };
  });
}

const medal = { shape: 'star', glyph: 'flag' };
const human = { bot: { $ne: true } };

/**
 * Ten rules that each event has to be held against, of every measure and period, and three badges. Three of the ten
 * match an average event, as in a thoughtful playbook; `dense` drops the conditions that keep the others out.
 */
export function playbook({ dense = false } = {}) {
  const per = (period, points) => ({ limit: { per: period, points } });
  const rare = (when) => (dense ? human : when);
  const kinds = [
    { points: 5, when: human },
    { points: 10, when: human, ...per('day', 50) },
    { points: 3, when: { files: { $gte: 3 }, ...human }, ...per('week', 90) },
    {
      points: 1,
      when: rare({ files: { $gte: 10 }, ...human }),
      measure: { kind: 'sum', of: 'files' },
      ...per('month', 200),
    },
    {
      points: 8,
      when: rare({ area: { $in: ['area-4', 'area-9'] } }),
      measure: { kind: 'distinct', of: 'area' },
      ...per('week', 80),
    },
    { points: 100, when: { files: { $gt: 20 } }, ...per('lifetime', 1_000) },
    { points: 20, when: { area: { $in: ['area-1', 'area-7'] }, files: { $lt: 3 } } },
    { points: 50, when: { $role: 'administrator' } },
    { points: 15, when: { $or: [{ files: { $gte: 10, $lt: 20 } }, { area: 'area-3' }] }, ...per('day', 60) },
    { points: 2, when: { 'context.page.path': '/changes' } },
  ];
  const rules = NAMES.flatMap((event, n) =>
    kinds.map((kind, i) => ({
      id: `rule-${n}-${i}`,
      name: event,
      event,
      measure: { kind: 'count' },
      outcome: 'value',
      ...kind,
    })),
  );
  const badges = ['bug.fixed', 'feature.shipped', 'doc.written'].map((event) => ({
    id: event.replace('.', '-'),
    name: event,
    description: event,
    event,
    when: human,
    measure: { kind: 'count' },
    secret: false,
    medal,
    tiers: [
      { tier: 'bronze', at: 1 },
      { tier: 'silver', at: 25 },
      { tier: 'gold', at: 100 },
    ],
  }));
  const levels = [0, 100, 500, 2_000, 10_000, 50_000].map((at) => ({ at, title: `${at}`, benefits: [] }));
  return {
    specVersion: 1,
    id: 'bench',
    version: 1,
    name: 'Bench',
    rules,
    badges,
    levels,
    benefits: [],
    rankings: [],
  };
}
