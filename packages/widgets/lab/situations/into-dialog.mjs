// The next step's target is in a dialog which the page opens meanwhile.
export const situation = {
  order: 25,
  title: 'next step in a dialog that opens meanwhile',
  css: '#order { width: 560px; height: 420px; }',
  body: '<header><h1>Orders</h1></header><main><div class="row"><button data-waymark="save">Save</button></div></main><p class="corner"><button id="other">Other</button></p><dialog id="order" aria-label="Order 17"><p>Order 17</p><button data-waymark="share">Share</button></dialog>',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.host("document.querySelector('#order').showModal()");
    await tab.sees('two');
    await tab.leavesWith("document.querySelector('#order').close()");
    await tab.reaches('other');
  },
};
