// The target is in a modal dialog of the page's: everything outside is inert and below it.
export const situation = {
  order: 23,
  title: 'target in a modal dialog',
  isExamined: true,
  css: '#order { width: 560px; height: 420px; }',
  body: '<header><h1>Orders</h1></header><main><p>Orders</p></main><dialog id="order" aria-label="Order 17"><p>Order 17</p><button data-waymark="save">Save</button> <button data-waymark="share">Share</button><p><button id="other">Other</button></p></dialog>',
  async play(tab) {
    await tab.host("document.querySelector('#order').showModal()");
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
    tab.check('closes the dialog', await tab.evaluate("document.querySelector('#order').open"), 'closed');
  },
};
