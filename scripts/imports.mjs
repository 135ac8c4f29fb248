// Checks who imports whom: the table below is the architecture. Also finds import cycles inside packages. Each fault
// comes with its fix.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './steps.mjs';

/** What each package may import at run time; `types` may be imported with `import type` only, `lazy` with `import()`. */
const RULES = {
  contracts: { run: ['valibot'] },
  collector: { run: ['nanoid', 'idb-keyval', 'web-vitals'], types: ['@waymark/contracts'] },
  engine: { run: ['@waymark/contracts/text'], types: ['@waymark/contracts'] },
  widgets: {
    run: ['preact', '@waymark/engine/arbiter'],
    types: ['@waymark/contracts'],
    lazy: ['@waymark/engine/prediction'],
  },
  sdk: {
    run: ['@waymark/collector', 'eventsource-parser'],
    types: ['@waymark/contracts', '@waymark/engine', '@waymark/widgets'],
    lazy: ['@waymark/engine', '@waymark/widgets'],
  },
  hub: {
    run: [
      '@waymark/contracts',
      '@waymark/engine',
      'fastify',
      '@fastify',
      'kysely',
      'pg',
      'libsql',
      'jose',
      'node:',
    ],
  },
  console: {
    run: ['@waymark/widgets', 'preact', 'eventsource-parser'],
    types: ['@waymark/contracts', '@waymark/engine'],
  },
};

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const LAZY = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of a source text: `{ from, kind: 'run' | 'types' | 'lazy' }`. */
export function importsOf(text) {
  const fixed = [...text.matchAll(IMPORT)].map((m) => ({
    from: m[2],
    kind: m[1] || allTypes(m[0]) ? 'types' : 'run',
  }));
  return [...fixed, ...[...text.matchAll(LAZY)].map((m) => ({ from: m[1], kind: 'lazy' }))];
}

/** `import { type A, type B }` takes types only, too. */
function allTypes(statement) {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
}

const matches = (list = [], from) =>
  list.some((name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`));

/** Why an import breaks the rules of its package, or null. */
export function faultOf(name, { from, kind }, rules = RULES) {
  if (from.startsWith('.')) return null;
  const { run, types, lazy } = rules[name];
  if (matches(run, from)) return null;
  if (kind === 'types' && matches(types, from)) return null;
  if (kind === 'lazy' && matches(lazy, from)) return null;
  if (matches(lazy, from))
    return `imports ${from} at once. Load it with import(), so that pages pay for it only when it is used.`;
  if (matches(types, from))
    return `imports ${from} at run time. Use \`import type\`, or move what it needs into ${name}.`;
  return `imports ${from}, which packages/${name} may not know. See the table in scripts/imports.mjs and CONTRIBUTING.md.`;
}

/** Import cycles in a graph of file → files, each once, as a list of files. */
export function cyclesIn(graph) {
  const state = new Map();
  const cycles = [];
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

function sourcesOf(name) {
  const folder = join(ROOT, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** All faults of all packages, one sentence each. */
export function checkImports() {
  const faults = [];
  for (const name of Object.keys(RULES)) {
    const graph = new Map();
    const files = new Set(sourcesOf(name));
    for (const file of files) {
      const imports = importsOf(readFileSync(file, 'utf8'));
      for (const item of imports) {
        const fault = faultOf(name, item);
        if (fault) faults.push(`${relative(ROOT, file)} ${fault}`);
      }
      graph.set(
        file,
        imports
          .filter(({ from, kind }) => from.startsWith('.') && kind === 'run')
          .flatMap(({ from }) => {
            const base = resolve(dirname(file), from.replace(/\.js$/, ''));
            return [`${base}.ts`, `${base}.tsx`].filter((path) => files.has(path));
          }),
      );
    }
    for (const cycle of cyclesIn(graph)) {
      const names = cycle.map((file) => relative(ROOT, file)).join(' → ');
      faults.push(`${names} is an import cycle. Move what both need into a file of its own.`);
    }
  }
  return faults;
}
