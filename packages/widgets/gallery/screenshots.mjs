// Pictures of every state: node gallery/screenshots.mjs FOLDER [--only state,state] [--locale en] [--theme light] [--width 1000]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { servePages } from '../../../scripts/pages.mjs';
import { bundleGallery, GALLERY_ICON, GALLERY_PAGE } from './bundle.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    locale: { type: 'string', default: 'en,zh-CN' },
    theme: { type: 'string', default: 'light,dark' },
    width: { type: 'string', default: '1000,390,320' },
    height: { type: 'string', default: '900' },
    mode: { type: 'string', default: 'panel' },
    query: { type: 'string', default: '' },
  },
});
const folder = positionals[0];
if (folder === undefined) {
  console.error('Expected a folder for the pictures, for example: npm run screenshots -- /tmp/pictures');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const code = await bundleGallery();
const server = await servePages({
  pages: { '/': GALLERY_PAGE, '/gallery.js': code, '/icon.svg': GALLERY_ICON },
});
const browser = await launchBrowser();
let taken = 0;
try {
  for (const width of values.width.split(',').map(Number)) {
    const context = await browser.newContext({
      viewport: { width, height: Number(values.height) },
      deviceScaleFactor: 2,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-08-22T15:20:00+08:00');
    page.on('console', (message) => console.log(`console: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`error: ${error}`));
    await page.goto(server.url);
    const names = values.only?.split(',') ?? (await page.evaluate(() => window.gallery.names));
    for (const state of names) {
      for (const theme of values.theme.split(',')) {
        for (const locale of values.locale.split(',')) {
          const query = new URLSearchParams({ state, theme, locale, mode: values.mode });
          await page.goto(`${server.url}/?${query}&${values.query}`);
          await page.waitForFunction(() => window.gallery?.isReady());
          const name = [state, theme, locale, width, values.mode].join('.');
          const clip =
            width > 640 && values.mode === 'panel'
              ? { x: width - 440, y: 0, width: 440, height: Number(values.height) }
              : undefined;
          await page.screenshot({
            path: join(folder, `${name}.png`),
            clip,
            fullPage: values.mode === 'inline',
          });
          taken++;
        }
      }
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${taken} pictures in ${folder}`);
