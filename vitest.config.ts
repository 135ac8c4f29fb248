import { defineConfig } from 'vitest/config';

const source = { conditions: ['@waymark/source'] };
const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } };

/**
 * Files take turns in one process, which saves each the loading of everything; what one of them leaves behind fails.
 */
const shared = { isolate: false, setupFiles: ['./scripts/leftovers.mjs'] };

/**
 * Four kinds of tests. `unit` lives beside the code. `public` knows a package only by its name and runs twice: over the
 * source, and as `minified` over what is published. `browser` drives a real Chromium.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...jsx,
        resolve: source,
        ssr: { resolve: source },
        test: {
          ...shared,
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
        },
      },
      {
        ...jsx,
        resolve: source,
        ssr: { resolve: source },
        test: {
          ...shared,
          name: 'public',
          include: ['packages/*/tests/**/*.test.{ts,tsx}'],
          // These run what is built: once is enough.
          exclude: ['packages/hub/tests/program.test.ts', 'packages/collector/tests/readme.test.ts'],
          // Ten thousand runs of a property are ten seconds of a processor, and more on a busy one.
          testTimeout: 180_000,
        },
      },
      {
        ...jsx,
        test: {
          ...shared,
          name: 'minified',
          include: ['packages/*/tests/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          // Node loads what is published, as it will.
          server: { deps: { external: [/\/packages\/\w+\/(?:build|dist)\//] } },
          // Nothing that differs between databases is minified; the hub's program is tried over each all the same. And
          // what minifying breaks shows in a few runs of a property.
          env: { TEST_DATABASE: 'SQLite', FC_RUNS: process.env.FC_RUNS ?? '100' },
        },
      },
      {
        ...jsx,
        resolve: source,
        ssr: { resolve: source },
        test: {
          ...shared,
          name: 'browser',
          globalSetup: './packages/widgets/gallery/provide.mjs',
          include: ['packages/*/browser/**/*.test.ts', 'examples/*/browser/**/*.test.ts'],
          testTimeout: 120_000,
          // A batch waits a second for company; a busy machine takes its time, too.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          // Two, since most of what a file does is one processor's work or waiting.
          maxWorkers: 2,
        },
      },
    ],
  },
});
