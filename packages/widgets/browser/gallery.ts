import type { Page } from 'playwright-core';
import type { GalleryHandle } from '../gallery/page.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The text of the gallery's module, made once for all files. */
    gallery: string;
  }
}

declare global {
  interface Window {
    gallery: GalleryHandle;
    axe: { run(context: unknown, options: unknown): Promise<{ violations: AxeViolation[] }> };
  }
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

/** What is asked of the gallery page in its address. */
export type GalleryQuery = Readonly<Record<string, string>>;

/** Opens the gallery page at a state, and waits until the widgets stand. */
export async function openGallery(page: Page, url: string, query: GalleryQuery): Promise<void> {
  await page.goto(`${url}/?${new URLSearchParams(query)}`);
  await page.waitForFunction(() => window.gallery?.isReady());
}

/** Collects everything a page complains about. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Looking for a role, the test itself asks what is kept ready out of sight for its style.
    const isOurDoing = message.text().includes('subtree hidden by content-visibility');
    if (message.type() !== 'log' && !isOurDoing) complaints.push(message.text());
  });
  return complaints;
}

/** Violations of the accessibility rules in the page and its shadow roots, in words. */
export async function violationsOf(
  page: Page,
  rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
): Promise<string[]> {
  const { violations } = await page.evaluate((runOnly) => {
    // What medals are drawn from is one hidden picture each: thousands of paths with nothing to check.
    const drawings = ['waymark-surface', 'waymark-user-center', 'waymark-badge-wall'].map((host) => ({
      fromShadowDom: [host, '.medal > *'],
    }));
    return window.axe.run({ include: document, exclude: drawings }, { resultTypes: ['violations'], runOnly });
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
}
