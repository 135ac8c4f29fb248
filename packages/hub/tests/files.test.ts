import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './fixture.js';
import { type RunningHub, startHub } from './running-hub.js';

let hub: RunningHub;
const folder = temporaryFolder();
beforeAll(async () => {
  mkdirSync(join(folder.path, 'script/sdk/0.1.0'), { recursive: true });
  mkdirSync(join(folder.path, 'console'));
  writeFileSync(join(folder.path, 'secret.js'), 'secret');
  writeFileSync(join(folder.path, 'script/waymark.js'), 'loader');
  writeFileSync(join(folder.path, 'script/sdk/0.1.0/core.js'), 'core');
  writeFileSync(join(folder.path, 'console/index.html'), '<title>Console</title>');
  writeFileSync(join(folder.path, 'console/keys.txt'), 'secret');
  hub = await startHub({
    prefix: '/waymark',
    sdk: join(folder.path, 'script'),
    console: join(folder.path, 'console'),
  });
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

describe('files', () => {
  it('of the SDK are for pages of every origin', async () => {
    const loader = await hub.get('/waymark.js');
    expect([loader.status, await loader.text()]).toEqual([200, 'loader']);
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    expect(await (await hub.get('/sdk/0.1.0/core.js')).text()).toBe('core');
    const tag = loader.headers.get('etag') ?? '';
    expect((await hub.get('/waymark.js', undefined, { 'if-none-match': tag })).status).toBe(304);
  });

  it('of the console run under a strict policy', async () => {
    const page = await hub.get('/console');
    expect(page.url.endsWith('/waymark/console/')).toBe(true);
    expect(await page.text()).toContain('Console');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each([
    '/sdk/../secret.js',
    '/sdk/..%2f..%2fsecret.js',
    '/sdk/%2e%2e/%2e%2e/secret.js',
    '/sdk/..%5c..%5csecret.js',
    '/console/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/console/%00index.html',
    '/console/keys.txt',
    '/sdk/',
    '/sdk/0.1.0',
  ])('outside are not reached by %s', async (path) => {
    // Sent as it is: fetch would tidy the path up.
    const answer = await hub.hub.inject({ url: `/waymark${path}` });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('secret"');
  });
});
