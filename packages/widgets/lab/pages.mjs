// The lab's page: a small product with a few buttons, under the strict policy.
import { createServer } from 'node:http';
import { STRICT_POLICY } from '../../../scripts/pages.mjs';

const BASE_CSS = `
  body { margin: 0; font: 16px/1.5 sans-serif; color: #1a1a1a; background: #fff; }
  header, main, footer { padding: 16px 24px; }
  h1 { margin: 0; font-size: 20px; }
  button { font: inherit; min-height: 32px; padding: 4px 12px; }
  .row { display: flex; gap: 320px; margin: 120px 0 0 180px; }
  .corner { position: absolute; left: 24px; bottom: 16px; }
`;

const BODY = `
  <header><h1>Orders</h1></header>
  <main>
    <p>Everything that is on its way to customers.</p>
    <div class="row"><button data-waymark="save">Save</button><button data-waymark="share">Share</button></div>
  </main>
  <p class="corner"><button id="other">Other</button></p>`;

/** What the host page's own script knows: building without markup, and counting the clicks that reach it. */
const HOST = `
  {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(labPage.css);
    document.adoptedStyleSheets.push(sheet);
  }
  window.host = {
    clicks: {},
    make(tag, attributes = {}, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    },
    button: (name, text = name) => host.make('button', { 'data-waymark': name }, text),
    at: (name) => window.__lab.resolve(['[data-waymark="' + name + '"]']),
    app: () => window.__lab.resolve(['#app']),
    /** Brings the library a second time. */
    copy: () => import('/copy/client.js'),
    policy: [],
  };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    host.policy.push(violatedDirective + ' ' + blockedURI));
  addEventListener('click', (event) => {
    const [at] = event.composedPath();
    const name = at.dataset?.waymark ?? at.id;
    if (name) host.clicks[name] = (host.clicks[name] ?? 0) + 1;
  });`;

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';

function htmlOf({ body = BODY, language = 'en', direction = 'ltr' }) {
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lab</title><link rel="icon" href="/icon.svg"><script src="/setup.js"></script></head><body><div data-host id="app">${body}</div><script src="/page.js"></script><script type="module" src="/client/client.js"></script></body></html>`;
}

/**
 * Serves the pages of one run. `scripts` are the library's, under `/client/` and once more under `/copy/`, as a second
 * copy of it on the page would be. With `isStrict` under the policy that Waymark promises to work with.
 */
export async function startPages({ situation, scripts, isStrict, isIsolated = false }) {
  const elsewhere = await startElsewhere();
  const own = situation.pages ?? {};
  const css = `${BASE_CSS}${situation.css ?? ''}`;
  const policy = `${STRICT_POLICY}; frame-src 'self' ${elsewhere.url}; base-uri 'none'`;
  const texts = {
    '/setup.js': `window.labPage = ${JSON.stringify({ css, elsewhere: elsewhere.url })};${HOST}`,
    '/page.js': situation.script ?? '',
  };
  const held = new Set();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const send = (type, text) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        // A page that may not be stored may not be kept for the way back, either.
        'cache-control': type === 'text/html' ? 'no-cache' : 'no-store',
        ...(isStrict && { 'content-security-policy': policy }),
        // An isolated page has a clock of 5 µs instead of 100 µs.
        ...(isIsolated && {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        }),
      });
      response.end(text);
    };
    const script = /^\/(?:client|copy)\/(.+)$/.exec(path)?.[1];
    if (script !== undefined && scripts[script] !== undefined)
      return send('text/javascript', scripts[script]);
    if (path in texts) return send('text/javascript', texts[path]);
    if (path === '/icon.svg') return send('image/svg+xml', ICON);
    // A picture that never comes.
    if (path === '/never.png') return held.add(response);
    if (path === '/' || own[path]) return send('text/html', htmlOf({ ...situation, ...own[path] }));
    if (path === '/frame') return send('text/html', situation.frame ?? '');
    if (path === '/elsewhere')
      return send('text/html', '<!doctype html><title>Elsewhere</title><p>Elsewhere</p>');
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      for (const response of held) response.destroy();
      await Promise.all([stop(server), elsewhere.close()]);
    },
  };
}

/** Another origin, with a page to be framed. */
async function startElsewhere() {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Another origin</title><button data-waymark="save">Save</button>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => stop(server) };
}

const stop = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
