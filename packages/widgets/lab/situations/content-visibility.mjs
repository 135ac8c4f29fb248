// The browser leaves out drawing the section of the target until it comes near the screen.
export const situation = {
  order: 14,
  title: 'target in a section with content-visibility: auto',
  css: 'section { content-visibility: auto; contain-intrinsic-size: auto 300px; height: 300px; } .tall { height: 1600px; } .corner { position: fixed; }',
  body: '<header><h1>Orders</h1></header><main><div class="tall">Above</div><section><div class="row"><button data-waymark="save">Save</button></div></section><div class="tall">Below</div></main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('section').style.contentVisibility = 'hidden'");
    await tab.host("document.querySelector('section').style.contentVisibility = 'auto'");
    await tab.sees('one', { criterion: 'not back' });
  },
};
