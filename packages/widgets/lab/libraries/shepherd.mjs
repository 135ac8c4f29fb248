// shepherd.js. It waits for late elements by its own option; texts are handed over as elements, so that they stay texts.

export const npm = 'shepherd.js';
export const css = ['shepherd.js/dist/css/shepherd.css'];
export const mine = '.shepherd-element, .shepherd-modal-overlay-container';
export const box = '.shepherd-element';
export const next = '.lab-next';
export const close = '.shepherd-cancel-icon';

/** Browser: loads the library. */
export const load = () => import('shepherd.js');

/** Browser: starts a tour; resolves to its undo. */
export async function start({ default: Shepherd }, { steps, backdrop, at, onStep }) {
  const tour = new Shepherd.Tour({
    useModalOverlay: backdrop,
    exitOnEsc: true,
    keyboardNavigation: true,
    defaultStepOptions: {
      waitForElement: 4_000,
      skipMissingElement: true,
      scrollTo: { block: 'center' },
      cancelIcon: { enabled: true },
    },
  });
  const plain = (text) => {
    const element = document.createElement('p');
    element.textContent = text;
    return element;
  };
  steps.forEach(({ selector, find, title, text, html }, index) => {
    tour.addStep({
      id: `step-${index}`,
      title,
      text: html ?? (() => plain(text)),
      attachTo: { element: selector ?? find, on: 'bottom' },
      buttons: [
        { text: 'Back', secondary: true, action: () => tour.back() },
        {
          text: 'Next',
          classes: 'lab-next',
          action: () => {
            onStep(index + 1);
            tour.next();
          },
        },
      ],
    });
  });
  // What a step throws comes out of its promise.
  if (at === 0) await tour.start();
  else await tour.show(`step-${at}`);
  return () => {
    if (tour.isActive()) tour.cancel();
  };
}
