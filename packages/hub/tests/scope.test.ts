import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignOf, playbookWith } from './campaigns-fixture.js';
import { eventOf } from './fixture.js';
import { KEYS, type RunningHub, readStream, startHub } from './running-hub.js';

let hub: RunningHub;
beforeAll(async () => {
  // One that nobody meets: what people meet is logged, and moves positions.
  hub = await startHub({ playbook: playbookWith([campaignOf('it', { status: 'paused' })]) });
  await fetch(`${hub.url}/admin/v1/drafts/it`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${KEYS.operatorToken}` },
    body: JSON.stringify({ campaign: campaignOf('it'), operator: 'acme' }),
  });
  const events = [
    eventOf({ id: 'secret-of-u1', properties: { note: 'canary-u1' } }),
    eventOf({ id: 'secret-of-u2', userId: 'u2' }),
    eventOf({ id: 'secret-of-rival', userId: 'u9', companyId: 'rival' }),
  ];
  await hub.post({ key: KEYS.publicKey, events });
});
afterAll(() => hub.stop());

const USER_ROUTES = ['/v1/snapshot', '/v1/stream'];
/** Answers of the token's user that hold places alone. */
const PLACE_ROUTES = ['/v1/rankings/ever', '/v1/entitlements'];
const SERVER_ROUTES = ['/v1/server/entitlements?userId=u1&companyId=acme', '/v1/server/redemptions'];
const OPERATOR_ROUTES = [
  '/admin/v1/overview',
  '/admin/v1/people',
  '/admin/v1/people/acme/u1',
  '/admin/v1/companies',
  '/admin/v1/companies/acme',
  '/admin/v1/live',
  '/admin/v1/exports/u1',
  '/admin/v1/people/acme/u1/silent-events',
  '/admin/v1/events/secret-of-u1',
  '/admin/v1/campaigns',
  '/admin/v1/campaigns/it',
  '/admin/v1/campaigns/it/why?userId=u1&companyId=acme',
  '/admin/v1/drafts',
  '/admin/v1/drafts/it',
  '/admin/v1/drafts/it/playbook',
];
const OPEN_ROUTES = ['/v1/health', '/v1/ready'];

const CALLERS: Record<string, () => Promise<string | undefined>> = {
  nobody: async () => undefined,
  'a forger': async () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.',
  'the public key': async () => KEYS.publicKey,
  'the signing key': async () => KEYS.signingKey,
  'a user': () => hub.token('u1'),
  'a colleague': () => hub.token('u2'),
  'a user of another company': () => hub.token('u9', { companyId: 'rival' }),
  operator: async () => KEYS.operatorToken,
  'the server': async () => KEYS.serverKey,
};
const USERS = ['a user', 'a colleague', 'a user of another company'];

async function bodyOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('event-stream')) return response.text();
  const stream = readStream(response);
  await stream.next();
  await stream.cancel();
  return stream.raw();
}

describe.each(Object.entries(CALLERS))('%s', (caller, tokenOf) => {
  it.each([...USER_ROUTES, ...PLACE_ROUTES])('at %s', async (route) => {
    const response = await hub.get(route, await tokenOf());
    const body = await bodyOf(response);
    expect(response.status).toBe(USERS.includes(caller) ? 200 : 401);
    // What one person did is never in the view of another; places in the ranking are all that colleagues share.
    if (caller !== 'a user') expect(body).not.toContain('secret-of-u1');
    if (caller !== 'a colleague') expect(body).not.toContain('secret-of-u2');
    if (caller !== 'a user of another company') expect(body).not.toContain('rival');
    expect(body).not.toContain('canary');
  });

  it.each(OPERATOR_ROUTES)('at %s', async (route) => {
    const response = await hub.get(route, await tokenOf());
    const body = await bodyOf(response);
    expect(response.status).toBe(caller === 'operator' ? 200 : 401);
    if (caller !== 'operator') expect(body).not.toMatch(/acme|rival|secret|u1/);
  });

  it.each(SERVER_ROUTES)('at %s', async (route) => {
    const response = await hub.get(route, await tokenOf());
    expect(response.status).toBe(caller === 'the server' ? 200 : 401);
    if (caller !== 'the server') expect(await response.text()).not.toMatch(/acme|u1/);
  });

  it.each(OPEN_ROUTES)('at %s', async (route) => {
    expect((await hub.get(route, await tokenOf())).status).toBe(200);
  });

  it.each(USER_ROUTES)('cannot ask %s for another by query or header', async (route) => {
    const path = `${route}?userId=u2&companyId=rival&sub=u2`;
    const response = await hub.get(path, await tokenOf(), { 'x-user-id': 'u2', 'x-company-id': 'rival' });
    const body = await bodyOf(response);
    expect(body.includes('"position":"3","user":{"id":"u1"')).toBe(caller === 'a user');
  });
});

it('covers every route there is', () => {
  const known = [
    ...USER_ROUTES,
    ...PLACE_ROUTES,
    ...OPERATOR_ROUTES.map((route) => route.split('?')[0] as string),
    ...OPEN_ROUTES,
    ...SERVER_ROUTES.map((route) => route.split('?')[0] as string),
  ];
  const depth: string[] = [];
  const there: string[] = [];
  for (const line of hub.hub.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part, methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    if (part === undefined) continue;
    depth.length = indent.length / 4;
    depth.push(part);
    if (methods.includes('GET'))
      there.push(
        depth
          .join('')
          .replace(':companyId|:userId', ':companyId')
          .replace(':companyId', 'acme')
          .replace(':userId', 'u1')
          .replace(':eventId', 'secret-of-u1')
          .replace(':campaignId', 'it')
          .replace(':id', 'ever'),
      );
  }
  expect(there.sort()).toEqual(known.sort());
});
