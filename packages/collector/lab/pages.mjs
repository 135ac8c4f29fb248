// The lab's page: one collector, bundled with everything it needs, behind a function that tracks numbered events.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { STRICT_POLICY } from '../../../scripts/pages.mjs';

const virtual = (id, code) => ({
  name: 'lab-entry',
  resolveId: (source) => (source === id ? { id: `${import.meta.dirname}/${id}` } : null),
  load: (path) => (path === `${import.meta.dirname}/${id}` ? code : null),
});

/** Takes the collector from another file than dist/, for instance from its source while it is being changed. */
const instead = (entry) => ({
  name: 'lab-instead',
  resolveId: (source) => (source.endsWith('/dist/index.js') ? resolve(entry) : null),
});

/** Bundles and minifies a module text the way a product would; every collector goes through the same tools. */
export async function bundle(code, entry) {
  const build = await rolldown({
    input: 'lab-entry.js',
    platform: 'browser',
    plugins: [virtual('lab-entry.js', code), ...(entry ? [instead(entry)] : [])],
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

const clientOf = (file) => `
  import { start } from ${JSON.stringify(file)};
  const { endpoint, ...extra } = window.labSetup;
  const visit = { track: null };
  window.lab = {
    ready: start({ endpoint, ...extra }).then((track) => { visit.track = track; }),
    /** Calls that threw into the host page. */
    thrown: 0,
    track(from, to) {
      for (let n = from; n <= to; n++)
        try {
          visit.track('lab.event', { n, label: 'Row ' + n, kind: 'issue', files: n % 7, path: '/projects/' + (n % 9) });
        } catch (error) {
          this.thrown++;
        }
      return performance.now();
    },
  };`;

/** The script with one collector in it, made once and served to every run. */
export function bundleClient(collector, entry) {
  if (collector.name === 'waymark' && !entry) checkFreshness();
  return bundle(clientOf(collector.file), entry);
}

/** The lab runs what would be published; this says so when dist/ is missing or older than build/. */
function checkFreshness() {
  const root = join(import.meta.dirname, '..');
  const built = join(root, 'dist/index.js');
  const age = (path) => statSync(path).mtimeMs;
  const sources = readdirSync(join(root, 'build'), { recursive: true }).filter((file) =>
    file.endsWith('.js'),
  );
  if (existsSync(built) && sources.every((file) => age(join(root, 'build', file)) <= age(built))) return;
  throw new Error(
    'The lab runs packages/collector/dist, which is missing or out of date. Run `npm run build` first.',
  );
}

/** Answers for the pages of one run; `trouble` is script text that runs before the collector does. */
export function createPages({ client, trouble = '', isStrict = false, isIsolated = false }) {
  const html = (body) => `<!doctype html><meta charset="utf-8"><title>Lab</title>${body}`;
  const index = html('<script src="/setup.js"></script><script type="module" src="/client.js"></script>');

  function serve(path, response, endpoint) {
    const send = (type, text) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': type === 'text/html' ? 'no-cache' : 'no-store',
        // An isolated page has a clock of 5 µs instead of 100 µs.
        ...(isIsolated && {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        }),
        ...(isStrict && {
          'content-security-policy': STRICT_POLICY.replace(
            "connect-src 'self'",
            `connect-src 'self' ${endpoint}`,
          ),
        }),
      });
      response.end(text);
      return true;
    };
    if (path === '/') return send('text/html', index);
    if (path === '/elsewhere') return send('text/html', html('<p>Another page without a collector</p>'));
    if (path === '/favicon.ico') return send('image/x-icon', '');
    if (path === '/setup.js')
      return send('text/javascript', `window.labSetup = ${JSON.stringify({ endpoint })};\n${trouble}`);
    if (path === '/client.js') return send('text/javascript', client);
    return false;
  }
  return { serve };
}
