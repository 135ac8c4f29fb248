import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['packages/console/browser/**/*.test.ts'], isolate: false, setupFiles: ['./scripts/leftovers.mjs'], testTimeout: 60_000, hookTimeout: 60_000 } });
