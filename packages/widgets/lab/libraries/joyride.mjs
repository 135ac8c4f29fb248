// react-joyride, on React itself. It waits for late targets by its own option; beacons are off, so that a step is a step.

export const npm = 'react-joyride';
export const css = [];
export const mine = '#react-joyride-portal, [class^="react-joyride__"]';
export const box = '.react-joyride__tooltip';
export const next = '[data-action="primary"]';
export const close = '[data-action="close"]';

/** Browser: loads the library, and React. */
export async function load() {
  const [react, client, joyride] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    import('react-joyride'),
  ]);
  return { createElement: react.createElement, createRoot: client.createRoot, Joyride: joyride.Joyride };
}

/** Browser: starts a tour; returns its undo. */
export function start({ createElement, createRoot, Joyride }, { steps, backdrop, at, onStep }) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const tour = createElement(Joyride, {
    run: true,
    continuous: true,
    scrollToFirstStep: true,
    initialStepIndex: at,
    options: { skipBeacon: true, targetWaitTimeout: 4_000, hideOverlay: !backdrop, zIndex: 2_147_483_647 },
    onEvent: ({ type, action, index }) => {
      if (type === 'step:after' && action === 'next') onStep(index + 1);
    },
    steps: steps.map(({ selector, find, title, text, image }) => ({
      target: selector ?? find,
      title,
      content: image ? createElement('div', null, text, createElement('img', { ...image })) : text,
    })),
  });
  root.render(tour);
  return () => {
    root.unmount();
    place.remove();
  };
}
