// driver.js. It waits for late elements by its own option, and steps whose element never comes are left out.

export const npm = 'driver.js';
export const css = ['driver.js/dist/driver.css'];
export const mine = '.driver-popover, .driver-overlay';
export const box = '.driver-popover';
export const next = '.driver-popover-next-btn';
export const close = '.driver-popover-close-btn';

/** Browser: loads the library. */
export const load = () => import('driver.js');

/** Browser: starts a tour; returns its undo. */
export function start({ driver }, { steps, backdrop, at, onStep }) {
  const tour = driver({
    allowClose: true,
    showProgress: true,
    waitForElement: 4_000,
    skipMissingElement: true,
    overlayOpacity: backdrop ? 0.5 : 0,
    // What a page keeps of a tour for the next one.
    onNextClick: (_element, _step, { index, driver: tour }) => {
      onStep((index ?? 0) + 1);
      tour.moveNext();
    },
    steps: steps.map(({ selector, find, title, text, html }) => ({
      element: selector ?? find,
      popover: { title, description: html ?? text },
    })),
  });
  tour.drive(at);
  return () => tour.destroy();
}
