// A hub that only pretends: the admin API over made-up people, with faults on request.
import { readFileSync } from 'node:fs';
import { campaigns, decisionOf, detailOf } from './fake-campaigns.mjs';

const playbook = JSON.parse(
  readFileSync(new URL('../../../examples/tracker/playbook.json', import.meta.url), 'utf8'),
);

export const TOKEN = 'operator-token-for-tests';
const NOW = Date.parse('2026-08-22T12:00:00Z');
const SIZE = 25;

const levels = playbook.levels.map(({ at, title, benefits = [] }) => ({
  at,
  title,
  benefits: benefits.map((id) => ({ description: null, ...playbook.benefits.find((one) => one.id === id) })),
}));
const levelAt = (growth) => levels.findLastIndex(({ at }) => growth >= at);
const companies = ['Crimson Forge', 'Cedar Studio', 'Amber Press'].map((name, i) => ({
  companyId: `c_${i + 1}`,
  name,
}));

/** People with growth from nothing to plenty, one with a very long name, one with markup for a name. */
export const people = Array.from({ length: 60 }, (_, i) => {
  const growth = i % 7 === 6 ? 0 : Math.round(26_000 / (i + 1) ** 1.6);
  const names = ['Silver Osprey', 'Merry Heron', 'Ready Otter', 'Sharp Kite', 'Mighty Lapwing'];
  const odd = {
    3: '<img src=x onerror=alert(1)>',
    4: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3),
    5: '静静的白鹭',
  };
  const company = companies[i % companies.length];
  return {
    userId: `u_${String(i).padStart(3, '0')}`,
    companyId: company.companyId,
    companyName: company.name,
    name: odd[i] ?? `${names[i % names.length]} ${String(i).padStart(3, '0')}`,
    growth,
    level: levelAt(growth),
    badges: Math.max(0, 16 - i),
    events: growth >> 2,
    lastSeen: new Date(NOW - i ** 2.4 * 3_600_000).toISOString(),
  };
});

/** A ledger entry of a rule. */
export function entryOf(eventId, ruleId, points, timestamp, capped = null) {
  const rule = playbook.rules.find(({ id }) => id === ruleId);
  return {
    id: `${eventId} ${ruleId}`,
    eventId,
    event: rule.event,
    ruleId,
    ruleName: rule.name,
    points,
    capped,
    timestamp,
    playbookVersion: 1,
  };
}

/** An event as the live stream tells it. */
export function liveEventOf(position, person, entries, event = entries[0]?.event ?? 'report.opened') {
  return {
    position: String(position),
    id: entries[0]?.eventId ?? `e_${position}`,
    event,
    userId: person.userId,
    userName: person.name,
    companyId: person.companyId,
    companyName: person.companyName,
    timestamp: '2026-08-22T20:04:36+08:00',
    receivedAt: '2026-08-22T12:04:37.120Z',
    entries,
  };
}

function pageOf(rows, cursor) {
  const start = Number(cursor ?? 0);
  const next = start + SIZE < rows.length ? String(start + SIZE) : null;
  return { rows: rows.slice(start, start + SIZE), total: rows.length, next };
}

const ORDERS = {
  name: (a, b) => a.name.localeCompare(b.name),
  growth: (a, b) => b.growth - a.growth,
  events: (a, b) => b.events - a.events,
  level: (a, b) => b.level - a.level,
  badges: (a, b) => b.badges - a.badges,
  people: (a, b) => b.people - a.people,
  lastSeen: (a, b) => b.lastSeen.localeCompare(a.lastSeen),
};

function listed(rows, query) {
  const search = query.get('search')?.toLowerCase();
  const company = query.get('company');
  return rows
    .filter((row) => !company || row.companyId === company)
    .filter((row) => !search || `${row.name} ${row.userId ?? row.companyId}`.toLowerCase().includes(search))
    .sort(ORDERS[query.get('sort') ?? 'growth']);
}

function companyRows() {
  return companies.map(({ companyId, name }) => {
    const own = people.filter((person) => person.companyId === companyId);
    const sum = (key) => own.reduce((total, person) => total + person[key], 0);
    const lastSeen = own
      .map((person) => person.lastSeen)
      .sort()
      .at(-1);
    return { companyId, name, people: own.length, growth: sum('growth'), events: sum('events'), lastSeen };
  });
}

function badgeViews(person) {
  return playbook.badges.map((badge, i) => {
    const earned = Math.max(0, Math.min(badge.tiers.length, person.badges - i));
    const hidden = badge.secret === true && earned === 0;
    return {
      id: badge.id,
      name: hidden ? null : badge.name,
      description: hidden ? null : badge.description,
      medal: hidden ? null : badge.medal,
      secret: badge.secret === true,
      progress: hidden ? 0 : earned === 0 ? 0 : badge.tiers[earned - 1].at,
      tiers: badge.tiers.map((tier, j) => ({
        ...tier,
        earnedAt: j < earned ? '2026-05-04T10:00:00+08:00' : null,
      })),
    };
  });
}

function ledgerOf(person) {
  const rules = playbook.rules;
  const count = person.growth === 0 ? 0 : Math.min(70, person.events);
  return Array.from({ length: count }, (_, i) => {
    const rule = rules[(i * 5) % rules.length];
    const capped = i % 6 === 5 ? (rule.limit?.per ?? null) : null;
    const at = `2026-08-${String(20 - (i % 19)).padStart(2, '0')}T09:30:00+08:00`;
    return entryOf(`e_${person.userId}_${i}`, rule.id, capped ? 0 : rule.points, at, capped);
  });
}

function personOf(person, cursor) {
  const days = Array.from({ length: 14 }, (_, i) => ({
    day: new Date(NOW - (13 - i) * 86_400_000).toISOString().slice(0, 10),
    points: person.growth === 0 ? 0 : [0, 40, 12, 0, 96, 20, 0][i % 7],
  }));
  return {
    ...person,
    role: null,
    levels,
    badgeViews: badgeViews(person),
    days,
    ledger: pageOf(ledgerOf(person), cursor),
  };
}

function companyOf(row) {
  const own = people.filter(({ companyId }) => companyId === row.companyId);
  const shares = { value: 0.6, adoption: 0.18, advocacy: 0.12, renewal: 0.06, activation: 0.04 };
  return {
    ...row,
    outcomes: Object.entries(shares).map(([outcome, share]) => ({
      outcome,
      points: Math.round(row.growth * share),
    })),
    levelCounts: levels.map((_, i) => own.filter(({ level }) => level === i).length),
    top: [...own].sort(ORDERS.growth).slice(0, 10),
  };
}

function explanationOf(eventId) {
  const owner = people.find(({ userId }) => eventId.startsWith(`e_${userId}_`)) ?? people[0];
  return {
    eventId,
    event: 'report.shared',
    timestamp: '2026-08-20T09:30:00+08:00',
    receivedAt: '2026-08-20T01:30:02.000Z',
    source: 'browser',
    companyId: owner.companyId,
    userId: owner.userId,
    countsFor: null,
    playbookVersion: 1,
    late: eventId.endsWith('_late'),
    void: false,
    correction: false,
    properties: { files: 2, area: 'billing' },
    listeners: eventId.includes('_late')
      ? []
      : [
          listenerOf('rule', 'ship-feature', 'capped', {
            points: 10,
            capped: 'week',
            limit: { per: 'week', points: 400 },
          }),
          listenerOf('bonus', 'weekend', 'condition', {
            faults: [{ path: 'files.$gte', expected: 3, actual: 2 }],
          }),
          listenerOf('badge', 'shipper', 'unchanged', {}),
          listenerOf('streak', 'daily', 'counted', {}),
        ],
  };
}

function listenerOf(kind, id, verdict, more) {
  const quiet = { faults: [], points: 0, companyPoints: 0, capped: null, limit: null };
  return { kind, id, name: { en: `The ${kind} ${id}`, 'zh-CN': `示例 ${id}` }, verdict, ...quiet, ...more };
}

/** What a simulation says: everything is worth a tenth more. */
export function reportOf(draft) {
  const more = (live) => ({ live, draft: Math.round(live * 1.1) });
  return {
    events: 37_231,
    from: '2026-01-01',
    to: '2026-08-22',
    live: { id: 'tracker', version: 1 },
    draft: { id: draft.id, version: draft.version },
    isEmpty: draft.version === 1,
    points: more(180_000),
    rules: playbook.rules.map(({ id, name, outcome }, i) => ({
      ruleId: id,
      name,
      outcome,
      ...more(9_000 - i * 500),
    })),
    outcomes: [
      { outcome: 'value', ...more(120_000) },
      { outcome: 'adoption', ...more(60_000) },
      { outcome: null, live: 50, draft: 50 },
    ],
    currencies: [{ currency: 'credits', name: 'Credits', live: 1_240, draft: 1_410 }],
    levels: levels.map(({ title }, level) => ({ level, title, live: 40 - level * 5, draft: 38 - level * 4 })),
    winners: 51,
    losers: 2,
    people: people.slice(0, 12).map(({ userId, companyId, name, companyName, growth, level }) => ({
      ...{ userId, companyId, name, companyName },
      ...more(growth),
      liveLevel: level,
      draftLevel: Math.min(level + 1, levels.length - 1),
    })),
    peopleTotal: 53,
    companies: companies.map(({ companyId, name }, i) => ({ companyId, name, ...more(20_000 - i * 3_000) })),
    companiesTotal: companies.length,
    findings: [
      { path: 'rules[3]', message: 'Points for `report.opened` without a limit: give it one a day.' },
    ],
  };
}

/** The pretended hub: a `handle` for `servePages`, what it was asked, and ways to make it speak or fail. */
export function createFakeHub() {
  const streams = new Set();
  const asked = [];
  const corrected = [];
  const pushed = [];
  const state = { broken: false, token: TOKEN };
  let position = 0;

  const answers = [
    [
      /^overview$/,
      () => ({
        version: '0.1.0',
        playbook: { id: 'tracker', version: 1 },
        levels,
        events: 37_231,
        users: people.length,
        companies: companies.length,
        streams: streams.size,
      }),
    ],
    [/^people$/, (_, query) => pageOf(listed(people, query), query.get('cursor'))],
    [
      /^people\/([^/]*)\/([^/]+)$/,
      ([, companyId, userId], query) => {
        const person = people.find((one) => one.userId === userId && one.companyId === companyId);
        return person && personOf(person, query.get('cursor'));
      },
    ],
    [
      /^people\/([^/]*)\/([^/]+)\/silent-events$/,
      ([, , userId]) => {
        const events = [
          {
            eventId: `e_${userId}_late`,
            event: 'feature.shipped',
            timestamp: '2026-08-01T09:30:00+08:00',
            late: true,
          },
          {
            eventId: `e_${userId}_odd`,
            event: 'report.opened',
            timestamp: '2026-08-02T09:30:00+08:00',
            late: false,
          },
        ];
        return pageOf(events, null);
      },
    ],
    [
      /^campaigns$/,
      () => ({
        playbookVersion: 1,
        rows: campaigns,
        audiences: [{ id: 'admins', name: { en: 'Administrators', 'zh-CN': '管理员' } }],
      }),
    ],
    [/^campaigns\/([^/]+)$/, ([, id]) => detailOf(id, pushed)],
    [
      /^campaigns\/([^/]+)\/why$/,
      ([, only], query) => {
        const person = people.find(({ userId }) => userId === query.get('userId'));
        return person && decisionOf(person, { only });
      },
    ],
    [/^events\/(.+)$/, ([, eventId]) => explanationOf(eventId)],
    [/^companies$/, (_, query) => pageOf(listed(companyRows(), query), query.get('cursor'))],
    [
      /^companies\/([^/]+)$/,
      ([, id]) => {
        const row = companyRows().find(({ companyId }) => companyId === id);
        return row && companyOf(row);
      },
    ],
  ];

  function send(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
    return true;
  }

  function handle(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (!url.pathname.startsWith('/waymark/admin/v1/')) return false;
    const path = decodeURIComponent(url.pathname.slice('/waymark/admin/v1/'.length));
    asked.push({ path, query: url.searchParams, headers: request.headers });
    const refuse = (status, code, message) => send(response, status, { error: { code, message } });
    if (request.headers.authorization !== `Bearer ${state.token}`)
      return refuse(401, 'invalid_token', 'unknown');
    if (state.broken) return refuse(503, 'unavailable', 'The database does not answer.');
    if (path === 'live') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return true;
    }
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        const body = JSON.parse(text);
        if (path === 'corrections') {
          if (body.properties.points === -1)
            return refuse(400, 'invalid_correction', 'Expected more points.');
          corrected.push(body);
          return send(response, 200, { id: 'c', status: 'accepted', growth: 110, level: 2 });
        }
        if (path === 'decisions') {
          const person = people.find(({ userId }) => userId === body.userId);
          if (body.at !== undefined && !/[Z+-]/.test(body.at.slice(10)))
            return refuse(400, 'invalid_request', 'Expected `at` with an offset.');
          return send(response, 200, decisionOf(person, body));
        }
        const push = /^campaigns\/([^/]+)\/pushes$/.exec(path);
        if (push !== null) {
          pushed.unshift({ id: body.id, at: '2026-08-22T12:04:00Z', operator: body.operator, to: body.to });
          return send(response, 200, { id: body.id, status: 'accepted', online: 7 });
        }
        if (body.playbook?.levels === undefined)
          return refuse(400, 'invalid_playbook', 'In `levels`: expected a list, got nothing.');
        return send(response, 200, reportOf(body.playbook));
      });
      return true;
    }
    for (const [pattern, answer] of answers) {
      const match = pattern.exec(path);
      const body = match && answer(match, url.searchParams);
      if (body) return send(response, 200, body);
    }
    return refuse(404, 'not_found', `Expected a known path, got "${path}".`);
  }

  return {
    handle,
    asked,
    /** Corrections that were taken. */
    corrected,
    /** Pushes that were made, newest first. */
    pushed,
    state,
    /** How many live streams are open. */
    streams: () => streams.size,
    /** Says something to all live streams. */
    say(message) {
      position += 1;
      for (const stream of streams) stream.write(`id: ${position}\ndata: ${JSON.stringify(message)}\n\n`);
    },
    /** Cuts every live stream off. */
    cut() {
      for (const stream of streams) stream.destroy();
    },
  };
}
