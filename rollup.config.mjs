// Bundles what `tsc -b` emitted: every npm entry of the browser packages as a minified ES module, the script tag's
// loader and its versioned modules, the console and the demo's page.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from './scripts/minify.mjs';

const root = import.meta.dirname;
const packages = join(root, 'packages');
const { version } = manifest(join(packages, 'sdk'));

function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Entries of a package whose default is in dist/: `{ 'formats/segment': 'build/formats/segment.js' }`. */
function entriesOf(folder) {
  const targets = Object.values(manifest(folder).exports ?? {}).flatMap((target) => target.default ?? []);
  const names = targets.flatMap((path) => /^\.\/dist\/(.+)\.js$/.exec(path)?.[1] ?? []);
  return Object.fromEntries(names.map((name) => [name, join(folder, 'build', `${name}.js`)]));
}

/** Takes our own packages from what tsc emitted instead of from dist/, so that one bundle is minified once. */
function fromBuild() {
  return {
    name: 'waymark-from-build',
    resolveId(id) {
      const match = /^@waymark\/([a-z]+)(?:\/(.+))?$/.exec(id);
      if (!match) return null;
      const folder = join(packages, match[1]);
      const target = manifest(folder).exports[match[2] ? `./${match[2]}` : '.']?.default;
      return target ? resolve(folder, target.replace('./dist/', './build/')) : null;
    },
  };
}

/** Replaces compile-time constants: the version in URLs, and React's development switch in the example. */
function constants(values) {
  return {
    name: 'waymark-constants',
    transform(code) {
      let text = code;
      for (const [name, value] of Object.entries(values)) text = text.replaceAll(name, JSON.stringify(value));
      return text === code ? null : { code: text, map: null };
    },
  };
}

function copy(from, to) {
  return {
    name: 'waymark-copy',
    writeBundle() {
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    },
  };
}

const bundled = () => [
  constants({ __WAYMARK_VERSION__: version, 'process.env.NODE_ENV': 'production' }),
  fromBuild(),
  nodeResolve({ browser: true }),
  minify(),
];
const quiet = (warning, warn) => warning.code !== 'CIRCULAR_DEPENDENCY' && warn(warning);

const npm = readdirSync(packages)
  .map((name) => join(packages, name))
  .filter((folder) => existsSync(join(folder, 'package.json')) && Object.keys(entriesOf(folder)).length > 0)
  .map((folder) => ({
    input: entriesOf(folder),
    external: /^[^./]/,
    plugins: [constants({ __WAYMARK_VERSION__: version }), minify()],
    output: { dir: join(folder, 'dist'), format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
  }));

/** A lazily loaded entry is named after its folder (`launcher`), what several of them share after what it is. */
function chunkName({ name, facadeModuleId }) {
  if (name === 'index' && facadeModuleId) return basename(dirname(facadeModuleId));
  return facadeModuleId || SHARED.includes(name) ? name : 'shared';
}

const SHARED = ['preact', 'shared', 'medals', 'sections', 'tips', 'tips-view', 'tips-why'];
/** What only the user center itself needs, and its parts that are loaded later. */
const CENTER =
  /^(badges|company|league|preferences|rewards)\/|^(index|mount|UserCenter|user-center\.css|Header|Content|LevelUp|celebration)\.js$/;

/** What lies under several lazily loaded entries is one chunk a kind, instead of one for each set of entries. */
function sharedBy(id) {
  if (/node_modules\/preact\//.test(id)) return 'preact';
  const [, folder, file = ''] = /widgets\/build\/([a-z-]+)\/(.+)$/.exec(id) ?? [];
  if (folder === 'medal') return 'medals';
  // What waits for its moment needs no Preact; what draws comes with the first thing to show.
  if (folder === 'tips')
    return /^(view\/|messages\.js)/.test(file) ? 'tips-view' : file === 'why.js' ? 'tips-why' : 'tips';
  if (folder === 'user-center') return CENTER.test(file) ? null : 'sections';
  const isBelow = ['surface', 'locale', 'theme'].includes(folder) && !/^(Tabs|later|count)\.js$/.test(file);
  return isBelow ? 'shared' : null;
}

const sdk = join(packages, 'sdk');
const scriptTag = [
  {
    input: join(sdk, 'build/loader.js'),
    plugins: bundled(),
    output: { file: join(sdk, 'dist/script/waymark.js'), format: 'iife' },
  },
  {
    input: { core: join(sdk, 'build/script.js') },
    plugins: bundled(),
    output: {
      dir: join(sdk, `dist/script/sdk/${version}`),
      format: 'es',
      chunkFileNames: (chunk) => `${chunkName(chunk)}-[hash].js`,
      manualChunks: sharedBy,
    },
  },
];

const collector = join(packages, 'collector');
const collectorTag = {
  input: join(collector, 'build/script.js'),
  plugins: bundled(),
  output: { file: join(collector, 'dist/script/collector.js'), format: 'iife' },
};

const apps = [
  {
    input: 'packages/console/build/main.js',
    file: 'packages/console/dist/console.js',
    page: 'packages/console/index.html',
  },
  {
    input: 'examples/tracker/build/client/main.js',
    file: 'examples/tracker/dist/app.js',
    page: 'examples/tracker/index.html',
  },
]
  .filter(({ input }) => existsSync(join(root, input)))
  .map(({ input, file, page }) => ({
    input: join(root, input),
    plugins: [...bundled(), copy(join(root, page), join(root, dirname(file), 'index.html'))],
    output: { file: join(root, file), format: 'es', inlineDynamicImports: true },
  }));

export default [...npm, ...scriptTag, collectorTag, ...apps].map((config) => ({ onwarn: quiet, ...config }));
