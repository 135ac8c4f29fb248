// Three web components in each other, the innermost of which is there late.
export const situation = {
  order: 7,
  title: 'target in nested shadow roots, late',
  steps: [{ chain: ['x-shell', 'x-view', 'x-form', '[data-part="save"]'] }],
  css: 'x-shell { display: block; margin: 80px 0 0 180px; }',
  body: '<header><h1>Orders</h1></header><main><x-shell></x-shell></main><p class="corner"><button id="other">Other</button></p>',
  script: `
    const nest = (tag, ...inside) => {
      const element = host.make(tag);
      element.attachShadow({ mode: 'open' }).append(...inside);
      return element;
    };
    const view = nest('x-view', 'Loading');
    document.querySelector('x-shell').attachShadow({ mode: 'open' }).append(view);
    window.arrive = () =>
      view.shadowRoot.replaceChildren(nest('x-form', host.make('button', { 'data-part': 'save' }, 'Save')));`,
  async play(tab) {
    await tab.start();
    await tab.pause(600);
    await tab.host('arrive()');
    await tab.sees('one');
  },
};
