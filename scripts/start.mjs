// `npm start`: installs, builds, fills the demo with its real activity on the first run, and serves it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, main, ROOT, run } from './steps.mjs';

const STAMP = join(ROOT, '.waymark/built');
const INPUTS = [
  'packages',
  'examples',
  'scripts',
  'rollup.config.mjs',
  'tsconfig.base.json',
  'package-lock.json',
];
const OUTPUTS = /(?:^|[/\\])(?:node_modules|build|dist)(?:[/\\]|$)/;

/** Changes whenever a file that the build reads is added, removed or changed. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((file) => !OUTPUTS.test(file))
          .sort()
      : [''];
    for (const file of files) {
      const { mtimeMs, size } = statSync(join(path, file));
      hash.update(`${input}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

main(async () => {
  await ensureInstalled();
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint()) {
    const { build } = await import('./build.mjs');
    await build();
    mkdirSync(join(ROOT, '.waymark'), { recursive: true });
    writeFileSync(STAMP, fingerprint());
  } else {
    console.log('Everything is built already.');
  }
  await run(process.execPath, ['examples/tracker/build/server/main.js', ...process.argv.slice(2)]);
});
