// The target is larger than the screen: no room beside it.
export const situation = {
  order: 21,
  title: 'target larger than the screen',
  css: '#sheet { height: 1800px; background: #eef; } .corner { position: fixed; z-index: 1; }',
  body: '<header><h1>Orders</h1></header><main id="sheet" data-waymark="save">A sheet</main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one', { mayCover: true });
  },
};
