// Bundles a library's adapter for the browser, the way a product would: every library goes through the same tools.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ensurePeers } from './peers.mjs';

const ENTRY = join(import.meta.dirname, 'lab-entry.js');
const WIDGETS = join(import.meta.dirname, '..');

const virtual = (code) => ({
  name: 'lab-entry',
  resolveId: (source) => (source === 'lab-entry.js' ? { id: ENTRY } : null),
  load: (id) => (id === ENTRY ? code : null),
});

const clientOf = (file, css, rtlCss) => `
  import { load, start } from ${JSON.stringify(file)};
  const sheets = (texts) => texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets.push(...sheets(${JSON.stringify(css)}));
  if (document.dir === 'rtl') document.adoptedStyleSheets.push(...sheets(${JSON.stringify(rtlCss)}));
  const KEPT = 'lab.step';
  const library = await load();
  let running = () => {};
  const tips = {
    /** Starts a tour; \`goesOn\` is for the next page of one that was left. Peers remember no step: the page does. */
    start({ steps, goesOn, ...tour }) {
      const found = steps.map((step) => ({
        ...step,
        selector: step.chain.length === 1 ? step.chain[0] : undefined,
        find: () => {
          try {
            return window.__lab.resolve(step.chain);
          } catch {
            // A selector that is none: whoever is handed it finds out by itself.
            return null;
          }
        },
      }));
      running = start(library, {
        ...tour,
        steps: found,
        at: goesOn ? Number(sessionStorage.getItem(KEPT) ?? 0) : 0,
        goesOn: goesOn === true,
        onStep: (index) => sessionStorage.setItem(KEPT, String(index)),
      });
    },
    async stop() {
      const stop = await running;
      await stop();
    },
  };
  (window.tips ??= []).push(tips);`;

/** Scripts of a library by path (\`client.js\` is the page's), and the styles it asks for in them. */
export async function bundleLibrary(library) {
  const isOurs = library.name === 'waymark';
  if (isOurs) checkFreshness();
  const modules = isOurs ? null : join(ensurePeers(), 'node_modules');
  const styles = (paths = []) => paths.map((path) => readFileSync(join(modules, path), 'utf8'));
  return bundle(clientOf(library.file, styles(library.css), styles(library.rtlCss)), modules);
}

/** Bundles and minifies a module text; what it imports lazily stays a file of its own. */
export async function bundle(code, modules = null) {
  const build = await rolldown({
    input: { client: 'lab-entry.js' },
    platform: 'browser',
    plugins: [virtual(code)],
    resolve: { modules: modules ? [modules, 'node_modules'] : ['node_modules'] },
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await build.close();
  return Object.fromEntries(output.map(({ fileName, code: text }) => [fileName, text]));
}

/** The lab runs what would be published; this says so when dist/ is missing or older than build/. */
function checkFreshness() {
  const built = join(WIDGETS, 'dist/tips/index.js');
  const age = (path) => statSync(path).mtimeMs;
  const folder = join(WIDGETS, 'build/tips');
  const sources = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'))
    : [];
  if (existsSync(built) && sources.every((file) => age(join(folder, file)) <= age(built))) return;
  throw new Error(
    'The lab runs packages/widgets/dist, which is missing or out of date. Run `npm run build` first.',
  );
}
