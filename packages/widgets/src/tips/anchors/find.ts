import type { Anchor } from '@waymark/contracts';
import { type Root, rootIn, select } from './query.js';

/** What became of a search. */
export interface Found {
  readonly element: HTMLElement | null;
  /** What was tried and how it failed, in the order of trying; empty where the element was found at once. */
  readonly tried: readonly string[];
}

/** More candidates than anybody means: reading all of them would take too long. */
const MOST = 50;

/** Looks for an element: by its name in all known roots, then along its chain. A selector that throws finds nothing. */
export function findAnchor(anchor: Anchor, roots: Iterable<Root>): Found {
  const { name, chain } = anchor;
  const tried: string[] = [];
  const attempt = (root: Root, selector: string): HTMLElement[] => {
    try {
      return select(root, selector);
    } catch {
      tried.push(`${selector}: no selector`.slice(0, 500));
      return [];
    }
  };
  if (name !== undefined) {
    const selector = `[data-waymark=${JSON.stringify(name)}]`;
    const element = elected(
      anchor,
      [...roots].flatMap((root) => attempt(root, selector)),
    );
    if (element) return { element, tried };
    tried.push(`${selector}: not found`);
  }
  if (chain !== undefined) {
    let scopes: Root[] = [document];
    for (const [i, selector] of chain.entries()) {
      const found = scopes.flatMap((root) => attempt(root, selector));
      if (i === chain.length - 1) {
        const element = elected(anchor, found);
        if (element) return { element, tried };
      }
      scopes = found.flatMap((element) => rootIn(element) ?? []);
      if (found.length === 0) tried.push(`${selector}: not found`.slice(0, 500));
      else if (scopes.length === 0) tried.push(`${selector}: nothing to look into`.slice(0, 500));
      if (scopes.length === 0) break;
    }
  }
  return { element: null, tried: [...new Set(tried)].slice(0, 20) };
}

/** The candidate with most votes: what is drawn at all, then what says the text, then what has the role. */
function elected({ text, role }: Anchor, candidates: readonly HTMLElement[]): HTMLElement | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  let best: HTMLElement | null = null;
  let most = -1;
  for (const candidate of candidates.slice(0, MOST)) {
    const votes =
      (candidate.getClientRects().length > 0 ? 4 : 0) +
      (text !== undefined && says(candidate, text) ? 2 : 0) +
      (role !== undefined && roleOf(candidate) === role ? 1 : 0);
    if (votes > most) [best, most] = [candidate, votes];
  }
  return best;
}

function says(element: HTMLElement, text: string): boolean {
  const wanted = plain(text);
  return [element.textContent, element.getAttribute('aria-label'), element.getAttribute('placeholder')].some(
    (own) => own !== null && plain(own) === wanted,
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

const ROLES: { readonly [tag: string]: string } = {
  A: 'link',
  BUTTON: 'button',
  INPUT: 'textbox',
  TEXTAREA: 'textbox',
  SELECT: 'combobox',
  IMG: 'img',
};

function roleOf(element: HTMLElement): string | undefined {
  const { type } = element as HTMLInputElement;
  return (
    element.getAttribute('role') ??
    (element.tagName === 'INPUT' && /^(checkbox|radio|button|submit)$/.test(type)
      ? type.replace('submit', 'button')
      : ROLES[element.tagName])
  );
}
