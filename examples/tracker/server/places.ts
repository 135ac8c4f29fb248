import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the built demo finds what it serves; all relative to `examples/tracker/build/server`. */
export const PLACES = {
  tracker: at('../../'),
  page: at('../../dist/index.html'),
  app: at('../../dist/app.js'),
  playbook: at('../../playbook.json'),
  activity: fileURLToPath(import.meta.resolve('@waymark/example-activity/activity.ndjson.gz')),
  sdk: at('../../../../packages/sdk/dist/script'),
  console: at('../../../../packages/console/dist'),
  data: at('../../../../.waymark/demo'),
} as const;
