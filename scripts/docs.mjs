// Keeps the documents true: compiles every TypeScript block of the READMEs against the packages, and holds the sizes
// they state (between `<!-- size:NAME -->` and `<!-- /size -->`) to what was built. `--write` puts in today's sizes.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sizes } from './size.mjs';
import { ensureInstalled, main, ROOT, run, tool } from './steps.mjs';

const WORK = join(ROOT, 'packages/.docs');
const SIZE = /<!-- size:([^>]+?) -->(.*?)<!-- \/size -->/g;

function documents() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) =>
    join(ROOT, 'packages', name, 'README.md'),
  );
  return [join(ROOT, 'README.md'), ...packages].flatMap((path) => {
    try {
      return [{ path, text: readFileSync(path, 'utf8') }];
    } catch {
      return [];
    }
  });
}

/** The TypeScript blocks of a text, with the line each starts at. */
export function codeBlocks(text) {
  return [...text.matchAll(/^```(ts|tsx)\n([\s\S]*?)^```/gm)].map(({ 1: kind, 2: code, index }) => ({
    kind,
    code,
    line: text.slice(0, index).split('\n').length + 1,
  }));
}

/** Compiles all blocks; tsc names a block by its document and line. */
export async function compileBlocks() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  for (const { path, text } of documents()) {
    for (const { kind, code, line } of codeBlocks(text)) {
      const name = `${relative(ROOT, path).replaceAll(/[/\\.]/g, '-')}-line-${line}.${kind}`;
      writeFileSync(join(WORK, name), `${code}\nexport {};\n`);
    }
  }
  const options = {
    extends: '../../scripts/tsconfig.tests.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['./*'],
  };
  writeFileSync(join(WORK, 'tsconfig.json'), JSON.stringify(options));
  try {
    await run(process.execPath, [tool('typescript/bin/tsc'), '-p', WORK]);
  } finally {
    rmSync(WORK, { recursive: true, force: true });
  }
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The text with its stated sizes as measured. */
export function withSizes(text, measured) {
  return text.replaceAll(SIZE, (_, name) => {
    if (measured[name] === undefined)
      throw new Error(`A README states the size of "${name}", which is not measured.`);
    return `<!-- size:${name} -->${kilobytes(measured[name])}<!-- /size -->`;
  });
}

/** Sentences about documents whose sizes are not today's. */
export async function staleSizes({ write = false } = {}) {
  const measured = await sizes();
  return documents().flatMap(({ path, text }) => {
    const next = withSizes(text, measured);
    if (next === text) return [];
    if (!write)
      return [`${relative(ROOT, path)} states sizes that are not today's. Run \`npm run docs\` and commit.`];
    writeFileSync(path, next);
    console.log(`${relative(ROOT, path)}: sizes written`);
    return [];
  });
}

if (process.argv[1]?.endsWith('docs.mjs')) {
  main(async () => {
    await ensureInstalled();
    await staleSizes({ write: true });
    await compileBlocks();
  });
}
