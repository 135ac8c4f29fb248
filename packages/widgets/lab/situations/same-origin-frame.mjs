// The target is inside a frame of the same origin, which scrolls.
export const situation = {
  order: 8,
  title: 'target in a frame of the same origin',
  steps: [{ chain: ['iframe', '[data-part="save"]'] }, 'share'],
  css: 'iframe { width: 460px; height: 260px; margin: 20px 0 0 140px; border: 3px solid #999; } .row { margin-top: 16px; }',
  body: '<header><h1>Orders</h1></header><main><iframe src="/frame" title="Order"></iframe><div class="row"><button data-waymark="share">Share</button></div></main><p class="corner"><button id="other">Other</button></p>',
  frame:
    '<!doctype html><html lang="en"><title>Order</title><p>Order 17</p><p><br></p><button data-part="save">Save</button><p><br><br><br><br><br><br><br><br><br><br><br><br></p><p>End</p></html>',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("document.querySelector('iframe').contentWindow.scrollTo(0, 40)");
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.press('one');
    await tab.sees('two');
  },
};
