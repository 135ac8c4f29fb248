/**
 * Whether a path is one of some pages: `*` stands for one part of it, `**` at the end for any further ones or none. A slash
 * at the end makes no difference.
 *
 * @example pageMatches(['/projects/*', '/reports/**'], '/projects/7/') // true
 */
export function pageMatches(pages: readonly string[] | undefined, path: string): boolean {
  if (pages === undefined) return true;
  const parts = partsOf(path);
  return pages.some((page) => {
    const wanted = partsOf(page);
    const isOpen = wanted.at(-1) === '**';
    const fixed = isOpen ? wanted.slice(0, -1) : wanted;
    if (isOpen ? parts.length < fixed.length : parts.length !== fixed.length) return false;
    return fixed.every((part, i) => part === '*' || part === parts[i]);
  });
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
