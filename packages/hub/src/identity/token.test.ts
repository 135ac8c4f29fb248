import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../tests/fixture.js';
import { signToken, TokenRefused, verifyToken } from './token.js';

const KEY = 'a signing key of more than thirty-two characters';
const OTHER_KEY = 'another signing key of more than thirty-two characters';
const SECONDS = NOW / 1_000;
const GOOD = { sub: 'u1', companyId: 'acme', exp: SECONDS + 600 };

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function forge(
  payload: unknown,
  header: unknown = { alg: 'HS256', typ: 'JWT' },
  hash = 'sha256',
  key = KEY,
): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

const good = forge(GOOD);
const [head = '', body = '', signature = ''] = good.split('.');
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaSigned = `${encode({ alg: 'RS256' })}.${body}`;
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;

const BAD: readonly (readonly [why: string, token: string])[] = [
  ['nothing', ''],
  ['a word', 'token'],
  ['two parts', `${head}.${body}`],
  ['four parts', `${good}.x`],
  ['five parts, as if encrypted', `${head}.${body}.${signature}.a.b`],
  ['empty parts', '..'],
  ['no signature', `${head}.${body}.`],
  ['another signature', `${head}.${body}.${encode('x'.repeat(32))}`],
  ['a cut signature', good.slice(0, -2)],
  ['a longer signature', `${good}AA`],
  ['a signature of zeros', `${head}.${body}.${encode('\0'.repeat(32))}`],
  ['the payload of another token', `${head}.${encode({ ...GOOD, sub: 'u2' })}.${signature}`],
  ['the header of another token', `${encode({ alg: 'HS256', kid: 'x' })}.${body}.${signature}`],
  ['alg none', `${encode({ alg: 'none' })}.${body}.`],
  ['alg None', `${encode({ alg: 'None' })}.${body}.${signature}`],
  ['alg none, signed all the same', forge(GOOD, { alg: 'none' })],
  ['no alg', forge(GOOD, { typ: 'JWT' })],
  ['alg hs256', forge(GOOD, { alg: 'hs256' })],
  ['alg as a list', forge(GOOD, { alg: ['HS256'] })],
  ['HS384', forge(GOOD, { alg: 'HS384' }, 'sha384')],
  ['HS512', forge(GOOD, { alg: 'HS512' }, 'sha512')],
  ['RS256', `${rsaSigned}.${sign('sha256', Buffer.from(rsaSigned), privateKey).toString('base64url')}`],
  ['RS256 that is an HMAC by a public key', forge(GOOD, { alg: 'RS256' }, 'sha256', pem)],
  [
    'an embedded key',
    forge(GOOD, { alg: 'HS256', jwk: { kty: 'oct', k: encode(OTHER_KEY) } }, 'sha256', OTHER_KEY),
  ],
  ['another key', forge(GOOD, undefined, 'sha256', OTHER_KEY)],
  ['an empty key', forge(GOOD, undefined, 'sha256', '')],
  ['an unknown critical header', forge(GOOD, { alg: 'HS256', crit: ['tenant'], tenant: 'x' })],
  ['an unencoded payload', forge(GOOD, { alg: 'HS256', crit: ['b64'], b64: false })],
  ['a header that is no JSON', forge(GOOD, '{')],
  ['a payload that is no JSON', forge('{')],
  ['a payload that is a list', forge([GOOD])],
  ['a payload that is a text', forge('"u1"')],
  ['a payload that is null', forge('null')],
  ['padded base64', `${head}=.${body}.${signature}`],
  [
    'plain base64',
    `${head}.${Buffer.from(JSON.stringify({ ...GOOD, name: '??>>' })).toString('base64')}.${signature}`,
  ],
  ['a space before it', ` ${good}`],
  ['a line after it', `${good}\n`],
  ['no exp', forge({ sub: 'u1', companyId: 'acme' })],
  ['exp as a text', forge({ ...GOOD, exp: String(GOOD.exp) })],
  ['exp null', forge({ ...GOOD, exp: null })],
  ['exp beyond all numbers', forge(JSON.stringify(GOOD).replace(String(GOOD.exp), '1e999'))],
  ['exp a minute ago', forge({ ...GOOD, exp: SECONDS - 60 })],
  ['exp long ago', forge({ ...GOOD, exp: 1 })],
  ['exp below zero', forge({ ...GOOD, exp: -1 })],
  ['exp two hours ahead', forge({ ...GOOD, exp: SECONDS + 7_200 })],
  ['exp in milliseconds', forge({ ...GOOD, exp: GOOD.exp * 1_000 })],
  ['nbf in an hour', forge({ ...GOOD, nbf: SECONDS + 3_600 })],
  ['nbf as a text', forge({ ...GOOD, nbf: 'now' })],
  ['no sub', forge({ companyId: 'acme', exp: GOOD.exp })],
  ['an empty sub', forge({ ...GOOD, sub: '' })],
  ['a number as sub', forge({ ...GOOD, sub: 1 })],
  ['a list as sub', forge({ ...GOOD, sub: ['u1'] })],
  ['a sub of 129 characters', forge({ ...GOOD, sub: 'x'.repeat(129) })],
  ['NUL in sub', forge({ ...GOOD, sub: 'u1\u0000' })],
  ['a line break in sub', forge({ ...GOOD, sub: 'u1\nu2' })],
  ['half a surrogate pair in sub', forge(`{"sub":"\\ud800","companyId":"acme","exp":${GOOD.exp}}`)],
  ['a number as companyId', forge({ ...GOOD, companyId: 7 })],
  ['null as companyId', forge({ ...GOOD, companyId: null })],
  ['a line break in companyId', forge({ ...GOOD, companyId: 'acme\nrival' })],
  ['a list as role', forge({ ...GOOD, role: ['admin'] })],
  ['an object as name', forge({ ...GOOD, name: { en: 'Mei' } })],
  ['a number as companyName', forge({ ...GOOD, companyName: 7 })],
];

describe('tokens', () => {
  it.each(BAD)('refused: %s', async (_, token) => {
    const refusal = await verifyToken(KEY, token, NOW).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(TokenRefused);
    if (token.length > 20) expect((refusal as Error).message).not.toContain(token.slice(0, 20));
  });

  it('is a table of at least thirty', () => {
    expect(new Set(BAD.map(([, token]) => token)).size).toBeGreaterThanOrEqual(50);
  });

  it.each([
    ['the plain one', good, {}],
    ['one without a company', forge({ sub: 'u1', exp: GOOD.exp }), { companyId: '' }],
    ['one a little late', forge({ ...GOOD, exp: SECONDS - 10 }), {}],
    ['one of a full hour', forge({ ...GOOD, exp: SECONDS + 3_600 }), {}],
    ['one with a kid', forge(GOOD, { alg: 'HS256', kid: 'k1' }), {}],
    [
      'one with names and a role',
      forge({ ...GOOD, name: ' Mei ', companyName: 'Acme', role: 'admin' }),
      { name: 'Mei', companyName: 'Acme', role: 'admin' },
    ],
  ])('taken: %s', async (_, token, claims) => {
    expect(await verifyToken(KEY, token, NOW)).toMatchObject({ userId: 'u1', companyId: 'acme', ...claims });
  });

  it('verifies what it signed', async () => {
    const token = await signToken(KEY, { userId: 'u1', companyId: 'acme', name: 'Mei' }, { now: NOW });
    expect(await verifyToken(KEY, token, NOW)).toEqual({
      userId: 'u1',
      companyId: 'acme',
      name: 'Mei',
      companyName: null,
      role: null,
      expires: NOW + 3_600_000,
    });
  });

  it('wants a signing key that cannot be guessed', async () => {
    await expect(signToken('short', { userId: 'u1' })).rejects.toThrow('at least 32 characters');
  });
});
