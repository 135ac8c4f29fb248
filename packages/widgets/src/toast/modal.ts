/** Whether the page asks for all attention: a toast beside an open dialog would only be in its way. */
export function isPageModal(): boolean {
  // `:modal` is unknown to older browsers, and an unknown selector makes the whole list invalid.
  const found = (selector: string) => {
    try {
      return [...document.querySelectorAll<HTMLElement>(selector)];
    } catch {
      return [];
    }
  };
  const shown = (element: HTMLElement) => element.getClientRects().length > 0;
  return found(':modal').length > 0 || found('[aria-modal=true]').some(shown);
}
