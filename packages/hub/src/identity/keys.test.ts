import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/fixture.js';
import { isServerKey, loadKeys, sameSecret } from './keys.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('keys', () => {
  it('are made once, and only their owner reads them', () => {
    const keys = loadKeys(folder.path, {});
    expect(loadKeys(folder.path, {})).toEqual(keys);
    expect(statSync(join(folder.path, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(keys)).size).toBe(4);
    expect(keys.signingKey.length).toBeGreaterThanOrEqual(32);
  });

  it('come from the environment first', () => {
    const env = { WAYMARK_KEY: 'k', WAYMARK_SIGNING_KEY: 's', WAYMARK_OPERATOR_TOKEN: 'o' };
    expect(loadKeys(join(folder.path, 'none'), env)).toEqual({
      publicKey: 'k',
      signingKey: 's',
      operatorToken: 'o',
    });
    expect(loadKeys(folder.path, { WAYMARK_KEY: 'k' })).toEqual({
      ...loadKeys(folder.path, {}),
      publicKey: 'k',
    });
  });

  it.each([
    ['no JSON', '{', 'to be JSON'],
    ['a missing key', '{"publicKey":"k"}', '"signingKey"'],
  ])('are not replaced in silence when their file holds %s', (_, text, message) => {
    const path = join(folder.path, 'keys.json');
    writeFileSync(path, text);
    chmodSync(path, 0o600);
    expect(() => loadKeys(folder.path, {})).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('of servers may be kept as a hash', () => {
    const hash = createHash('sha256').update('ws_key').digest('hex');
    expect(isServerKey('ws_key', `sha256:${hash}`)).toBe(true);
    expect(isServerKey('ws_key', `sha256:${hash.toUpperCase()}`)).toBe(true);
    expect(isServerKey(`sha256:${hash}`, `sha256:${hash}`)).toBe(false);
    expect(isServerKey('ws_key', 'ws_key')).toBe(true);
    expect(isServerKey('ws_other', 'ws_key')).toBe(false);
    expect(loadKeys(folder.path, { WAYMARK_SERVER_KEY: 'ws_given' }).serverKey).toBe('ws_given');
  });

  it('are compared whole', () => {
    expect([sameSecret('abc', 'abc'), sameSecret('abc', 'abd'), sameSecret('abc', 'abcd')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
