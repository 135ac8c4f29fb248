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

/** Browser: starts a tour; resolves to its undo. */
export async function start({ steps, backdrop, at = 0, onStep }) {
  const { default: introJs } = await import('intro.js');
  const tour = introJs.tour();
  let isStopped = false;
  tour.setOptions({
    overlayOpacity: backdrop ? 0.5 : 0,
    tooltipRenderAsHtml: steps.some(({ html }) => html),
    scrollToElement: true,
    exitOnOverlayClick: false,
  });
  tour.onBeforeChange(async (_element, index) => {
    onStep(index);
    const element = await come(steps[index].find);
    if (element) tour.getStep(index).element = element;
    return !isStopped;
  });
  const begin = async () => {
    const element = await come(steps[at].find);
    if (isStopped || !element) return;
    // The list is read when the tour starts.
    tour.setOptions({
      steps: steps.map(({ selector, find, title, text, html }) => ({
        element: find() ?? selector,
        title,
        intro: html ?? text,
      })),
    });
    await tour.start();
    if (at > 0) await tour.goToStep(at + 1);
  };
  void begin();
  return () => {
    isStopped = true;
    return tour.exit(true);
  };
}
