// The target stands in a section that is folded up by its height: still in the document, and laid out, but cut off.
export const situation = {
  order: 10,
  title: 'target cut off by a folded section',
  css: '#section { overflow: hidden; height: 200px; } #section.folded { height: 0; } #section .row { margin-top: 40px; }',
  body: '<header><h1>Orders</h1></header><main><p>Details</p><div id="section"><div class="row"><button data-waymark="save">Save</button></div></div></main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  backdrop: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('#section').classList.add('folded')");
    await tab.reaches('other');
    await tab.host("document.querySelector('#section').classList.remove('folded')");
    await tab.sees('one', { criterion: 'not back' });
  },
};
