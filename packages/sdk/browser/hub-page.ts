import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Playbook } from '@waymark/contracts';
import { createHub, openStorage, signToken } from '@waymark/hub';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { STRICT_POLICY } from '../../../scripts/pages.mjs';

const KEYS = { publicKey: 'pk_test', signingKey: 'x'.repeat(43), operatorToken: 'wo_test' };

const PLAYBOOK: Playbook = {
  specVersion: 1,
  id: 'test',
  version: 1,
  name: 'Test',
  rules: [
    {
      id: 'ship',
      name: { en: 'Shipped a feature', 'zh-CN': '交付新功能' },
      event: 'feature.shipped',
      measure: { kind: 'count' },
      points: 40,
      limit: { per: 'day', points: 120 },
      outcome: 'value',
    },
  ],
  benefits: [],
  levels: [
    { at: 0, title: 'Newcomer', benefits: [] },
    { at: 100, title: 'Maker', benefits: [] },
  ],
  badges: [],
  rankings: [{ id: 'all', name: 'All time', window: 'all' }],
};

/** The stub a vendor puts before the script, as a file because the strict policy forbids inline scripts. */
const STUB =
  'window.waymark = (...call) => waymark.q.push(call); waymark.q = []; waymark("track", "feature.shipped");';

const page = (tag: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host page</title>
<main><h1>Host page</h1><button id="host">Host button</button><waymark-user-center></waymark-user-center></main>
<script src="/stub.js"></script>${tag}</html>`;

/** A hub with a vendor's strict page on one port, and what a test needs to look at both. */
export interface HubPage {
  readonly url: string;
  /** Opens the page as somebody; problems of the console gather in `problems`. */
  visit(context: BrowserContext, userId: string, path?: string): Promise<Page & { problems: string[] }>;
  /** Growth of a person as the hub has it. */
  growth(userId: string): Promise<number>;
  /** While true, everything of the hub's API answers 503. */
  down(isDown: boolean): void;
  close(): Promise<void>;
}

/**
 * Starts a hub on SQLite in a folder of its own, serving the minified script-tag build beside a strict page, and more
 * files of the vendor's where a test brings some (path → text).
 */
export async function startHubPage(sdk: string, files: Record<string, string> = {}): Promise<HubPage> {
  const data = mkdtempSync(join(tmpdir(), 'waymark-sdk-'));
  const storage = await openStorage({ data });
  const hub = createHub({ storage, playbook: PLAYBOOK, keys: KEYS, prefix: '/waymark', sdk });
  let isDown = false;
  const tokenFor = (userId: string) =>
    signToken(KEYS.signingKey, { userId, companyId: 'acme', name: userId });

  hub.addHook('onRequest', async (request, reply) => {
    if (isDown && request.url.startsWith('/waymark/v1/')) return reply.code(503).send('down');
  });
  const html = (path: string, body: string) =>
    hub.get(path, (_request, reply) =>
      reply.header('content-security-policy', STRICT_POLICY).type('text/html').send(body),
    );
  html(
    '/',
    page(
      '<script src="/waymark/waymark.js" data-key="pk_test" data-endpoint="/waymark" data-token-url="/token" async></script>',
    ),
  );
  html(
    '/lost',
    page('<script src="/nowhere/waymark.js" data-key="pk_test" data-endpoint="/waymark"></script>'),
  );
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.html')) html(path, text);
    else hub.get(path, (_request, reply) => reply.type('text/javascript').send(text));
  }
  hub.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  hub.get('/stub.js', (_request, reply) => reply.type('text/javascript').send(STUB));
  hub.get('/token', (request, reply) => {
    const userId = /user=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'nobody';
    return tokenFor(userId).then((token) => reply.type('text/plain').send(token));
  });
  const url = await hub.listen({ port: 0, host: '127.0.0.1' });

  return {
    url,
    async visit(context, userId, path = '/') {
      await context.addCookies([{ name: 'user', value: userId, url }]);
      const opened = Object.assign(await context.newPage(), { problems: [] as string[] });
      opened.on('console', (message) => {
        if (message.type() === 'error') opened.problems.push(message.text());
      });
      opened.on('pageerror', (error) => opened.problems.push(error.message));
      await opened.goto(url + path);
      return opened;
    },
    async growth(userId) {
      const response = await hub.inject({
        url: '/waymark/v1/snapshot',
        headers: { authorization: `Bearer ${await tokenFor(userId)}` },
      });
      return response.json().growth as number;
    },
    down(next) {
      isDown = next;
    },
    async close() {
      await hub.close();
      await storage.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A context with a profile of its own, as a separate person would have. */
export const newPerson = (browser: Browser) => browser.newContext({ viewport: { width: 1280, height: 800 } });
