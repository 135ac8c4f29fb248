import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issuer, loadCredentialKey } from '@waymark/hub';
import { createRemoteJWKSet, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventOf, temporaryFolder } from './fixture.js';
import { KEYS, type RunningHub, startHub } from './running-hub.js';

const folder = temporaryFolder();
let hub: RunningHub;
let issuer: Issuer;

beforeAll(async () => {
  issuer = {
    url: 'https://app.example.com/waymark',
    name: 'Example Ltd',
    key: loadCredentialKey(folder.path, {}),
  };
  hub = await startHub({ issuer, nameOf: (_kind, id) => `Name of ${id}` });
  await hub.post({
    key: KEYS.publicKey,
    events: [
      eventOf({ id: 'first', timestamp: '2026-08-21T23:30:00-05:00' }),
      eventOf({ id: 'other', userId: 'u2', event: 'doc.written' }),
    ],
  });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const EARNED = '/v1/badges/shipper/bronze/credential';

describe('an earned badge', () => {
  it('is a credential of Open Badges 3.0 that verifies against the published key', async () => {
    const response = await hub.get(EARNED, await hub.token('u1'));
    expect(response.headers.get('content-type')).toBe('application/vc+jwt');
    const token = await response.text();
    const published = createRemoteJWKSet(new URL(`${hub.url}/v1/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(token, published);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const { payload: same } = await jwtVerify(
      token,
      await importJWK(decodeProtectedHeader(token).jwk ?? {}, 'RS256'),
    );
    expect(same).toEqual(payload);
    expect(payload).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      iss: 'https://app.example.com/waymark/v1/issuer',
      jti: payload.id,
      nbf: Date.parse('2026-08-21T23:30:00-05:00') / 1_000,
      issuer: { id: payload.iss, type: ['Profile'], name: 'Example Ltd' },
      validFrom: '2026-08-22T04:30:00Z',
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: {
          id: 'https://app.example.com/waymark/v1/achievements/shipper/bronze',
          type: ['Achievement'],
          name: 'Shipper (bronze)',
          criteria: { narrative: expect.stringContaining('feature.shipped') },
        },
      },
      evidence: [
        { type: ['Evidence'], name: 'feature.shipped', narrative: expect.stringContaining('first') },
      ],
    });
  });

  it('names its holder only to those who know the id', async () => {
    const token = await (await hub.get(EARNED, await hub.token('u1'))).text();
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const [id, name] = payload.credentialSubject.identifier;
    expect(id.identityHash).toBe(`sha256$${createHash('sha256').update(`u1${id.salt}`).digest('hex')}`);
    expect(name.identityHash).toBe('Name of u1');
    expect(JSON.stringify(payload)).not.toContain('"u1"');
  });

  it('keeps its id, and another key does not verify it', async () => {
    const ask = async () => (await hub.get(EARNED, await hub.token('u1'))).text();
    const [one, two] = [await ask(), await ask()];
    expect(one).toBe(two);
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    await expect(jwtVerify(one, publicKey)).rejects.toThrow('signature');
  });

  it.each([
    ['not earned by this person', EARNED, 'u2', 404],
    ['unknown', '/v1/badges/nothing/bronze/credential', 'u1', 404],
    ['of a tier it does not have', '/v1/badges/shipper/mithril/credential', 'u1', 404],
  ])('that is %s is not given out', async (_, path, userId, status) => {
    expect((await hub.get(path, await hub.token(userId))).status).toBe(status);
  });

  it('is given to nobody without a token, and never in another company', async () => {
    expect((await hub.get(EARNED)).status).toBe(401);
    expect((await hub.get(EARNED, await hub.token('u1', { companyId: 'rival' }))).status).toBe(404);
  });
});

describe('what verifiers look up', () => {
  it('is the issuer, its public key alone, and what was achieved', async () => {
    expect(await (await hub.get('/v1/issuer')).json()).toMatchObject({
      name: 'Example Ltd',
      type: ['Profile'],
    });
    const { keys } = (await (await hub.get('/v1/jwks.json')).json()) as { keys: object[] };
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(await (await hub.get('/v1/achievements/shipper/bronze')).json()).toMatchObject({
      name: 'Shipper (bronze)',
    });
  });

  it('tells nothing of a secret badge', async () => {
    expect((await hub.get('/v1/achievements/hidden/gold')).status).toBe(404);
  });

  it('is not there when the vendor gives out no credentials', async () => {
    const quiet = await startHub();
    expect((await quiet.get('/v1/jwks.json')).status).toBe(404);
    expect((await quiet.get(EARNED, await quiet.token('u1'))).status).toBe(404);
    await quiet.stop();
  });
});

describe('the key', () => {
  it('is made once, for its owner alone to read', () => {
    expect(loadCredentialKey(folder.path, {})).toBe(issuer.key);
    expect(statSync(join(folder.path, 'credential-key.pem')).mode & 0o777).toBe(0o600);
  });

  it('may come from the environment, and is refused when it is none', () => {
    expect(loadCredentialKey(folder.path, { WAYMARK_CREDENTIAL_KEY: issuer.key })).toBe(issuer.key);
    expect(() => loadCredentialKey(folder.path, { WAYMARK_CREDENTIAL_KEY: 'secret' })).toThrow(
      'Expected WAYMARK_CREDENTIAL_KEY to be a private RSA key as PEM',
    );
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => loadCredentialKey(folder.path, { WAYMARK_CREDENTIAL_KEY: pem })).toThrow('got ec');
    const broken = temporaryFolder();
    writeFileSync(join(broken.path, 'credential-key.pem'), 'half a f');
    expect(() => loadCredentialKey(broken.path, {})).toThrow('credential-key.pem');
    expect(readFileSync(join(broken.path, 'credential-key.pem'), 'utf8')).toBe('half a f');
    broken.remove();
    expect(createPrivateKey(issuer.key).asymmetricKeyType).toBe('rsa');
  });
});
