// The target is inside a web component.
export const situation = {
  order: 6,
  title: 'target in a shadow root',
  isExamined: true,
  steps: [{ chain: ['order-form', '[data-part="save"]'] }, 'share'],
  css: 'order-form { display: block; margin: 80px 0 0 180px; } .row { margin-top: 40px; }',
  body: '<header><h1>Orders</h1></header><main><order-form></order-form><div class="row"><button data-waymark="share">Share</button></div></main><p class="corner"><button id="other">Other</button></p>',
  script: `
    customElements.define('order-form', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).append(host.make('button', { 'data-part': 'save' }, 'Save'));
      }
    });`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('order-form').shadowRoot.replaceChildren()");
    await tab.host(
      "document.querySelector('order-form').shadowRoot.append(host.make('button', { 'data-part': 'save' }, 'Save'))",
    );
    await tab.sees('one', { criterion: 'not back' });
    await tab.press('one');
    await tab.sees('two');
  },
};
