// `npm run screenshots`: starts the demo on a fresh folder, acts in one window as one person, and takes the pictures of
// the README from the window of another, and from the console.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { main, ROOT } from './steps.mjs';

const OUT = join(ROOT, 'examples/tracker/screenshots');
const COMPANY = 'c_27fc822b';
const WINDOW = { width: 900, height: 760 };

async function startDemo(data) {
  const args = ['examples/tracker/build/server/main.js', '--port', '0', '--data', data];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The demo ended early: ${said}`)));
    child.stdout.on('data', (text) => {
      said += text;
      if (/#token=\S+\n/.test(said)) resolve();
    });
  });
  const [, url] = /Demo\s+(http\S+)/.exec(said);
  const [, console] = /Console\s+(http\S+)/.exec(said);
  return { url, console, stop: () => child.kill('SIGTERM') };
}

/** The people of a company whose ranks are close, so that one piece of work changes their order. */
async function rivals(consoleUrl) {
  const { origin, hash } = new URL(consoleUrl);
  const headers = { authorization: `Bearer ${hash.replace('#token=', '')}` };
  const answer = await fetch(`${origin}/waymark/admin/v1/people?company=${COMPANY}&sort=growth`, { headers });
  const { rows } = await answer.json();
  const people = rows.map(({ userId, growth }) => ({ userId, growth }));
  const second = people.findIndex(
    ({ growth }, i) => i > 0 && people[i - 1].growth - growth < 40 && growth > 200,
  );
  return { ahead: people[second - 1].userId, behind: people[second].userId };
}

main(async () => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-pictures-'));
  mkdirSync(OUT, { recursive: true });
  const demo = await startDemo(data);
  const browser = await launchBrowser();
  try {
    const { ahead, behind } = await rivals(demo.console);
    const visit = async (userId) => {
      const page = await (await browser.newContext({ viewport: WINDOW })).newPage();
      await page.goto(`${demo.url}?as=${userId}@${COMPANY}`);
      await page.locator('waymark-surface').first().waitFor({ state: 'attached' });
      await page.evaluate(() => globalThis.waymark('open'));
      await page.getByRole('tab', { name: 'Growth' }).waitFor();
      return page;
    };
    const console = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
    await console.goto(demo.console);
    const first = await visit(behind);
    const second = await visit(ahead);
    await second.getByRole('tab', { name: 'Growth' }).click();
    await second.getByText('All time').click();
    const before = await first.evaluate(() => globalThis.waymark('view').get().growth);
    await first.evaluate(() => globalThis.waymark('track', 'feature.shipped', { files: 4 }));
    await first.waitForFunction((growth) => {
      const { snapshot } = globalThis.waymark('view').get();
      return snapshot !== null && snapshot.growth > growth;
    }, before);
    await second.waitForFunction(
      (userId) =>
        globalThis
          .waymark('view')
          .get()
          .snapshot?.rankings.some(({ around }) =>
            around.some(({ user, points }) => user.id === userId && points > 0),
          ),
      behind,
    );
    await second.locator('waymark-surface').getByText('Top of the list').scrollIntoViewIfNeeded();
    // Counting up and moving rows take at most 240 ms.
    await Promise.all([first, second].map((page) => page.waitForTimeout(600)));
    await first.screenshot({ path: join(OUT, 'first-window.png') });
    await second.screenshot({ path: join(OUT, 'second-window.png') });
    await console.screenshot({ path: join(OUT, 'console-live.png') });
    globalThis.console.log(`Pictures written to ${OUT}`);
  } finally {
    await browser.close();
    demo.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
  process.exit(0);
});
