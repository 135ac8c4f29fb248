// intro.js. It knows no late elements: its own hook waits for each before its step is shown, as its documents advise.

export const npm = 'intro.js';
export const css = ['intro.js/introjs.css'];
export const rtlCss = ['intro.js/introjs-rtl.css'];
export const mine =
  '.introjs-overlay, .introjs-helperLayer, .introjs-tooltipReferenceLayer, .introjs-disableInteraction, .introjsFloatingElement';
export const box = '.introjs-tooltip';
export const next = '.introjs-nextbutton';
export const close = '.introjs-skipbutton';

const WAIT = 4_000;

async function come(find) {
  const end = performance.now() + WAIT;
  for (;;) {
    const element = find();
    if (element || performance.now() > end) return element;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Browser: loads the library. */
export const load = () => import('intro.js');

/** Browser: starts a tour; returns its undo. */
export function start({ default: introJs }, { steps: all, backdrop, at, onStep }) {
  const steps = all.slice(at);
  const tour = introJs.tour();
  let isStopped = false;
  tour.setOptions({
    overlayOpacity: backdrop ? 0.5 : 0,
    tooltipRenderAsHtml: steps.some(({ html }) => html),
    exitOnOverlayClick: false,
  });
  tour.onBeforeChange(async (_element, current, direction) => {
    const index = current === undefined ? 0 : current + (direction === 'forward' ? 1 : -1);
    onStep(at + index);
    const element = await come(steps[index].find);
    // What was not there when the tour began is meant to stand in the middle.
    if (element) Object.assign(tour.getStep(index), { element, position: 'bottom' });
    return !isStopped;
  });
  const begin = async () => {
    const isThere = await come(steps[0].find);
    if (isStopped || !(isThere || steps[0].selector)) return;
    tour.setOptions({
      steps: steps.map(({ selector, find, title, text, html }) => ({
        element: find() ?? selector,
        title,
        intro: html ?? text,
      })),
    });
    await tour.start();
  };
  void begin();
  return () => {
    isStopped = true;
    return tour.exit(true);
  };
}
