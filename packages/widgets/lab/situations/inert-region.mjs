// The target is in a drawer. The page makes everything beside the drawer inert, as libraries for dialogs do: first its own
// regions, then, once a step shows, whatever else there is in the body.
export const situation = {
  order: 17,
  title: 'page makes all beside the target inert',
  css: '#drawer { position: fixed; inset: 0 auto 0 500px; width: 460px; background: #eee; } #drawer button { margin: 40px; }',
  body: '<div id="rest"><header><h1>Orders</h1></header><main><p>Orders</p></main></div><section id="drawer" aria-label="Order 17"><button data-waymark="save">Save</button><button data-waymark="share">Share</button><p class="corner"><button id="other">Other</button></p></section>',
  async play(tab) {
    await tab.host("document.querySelector('#rest').inert = true");
    await tab.start();
    await tab.sees('one');
    await tab.host(
      "for (const element of document.body.children) if (!element.matches('[data-host], script')) element.inert = true",
    );
    await tab.pause(700);
    const { painted } = await tab.remains();
    if (painted.length === 0) return;
    await tab.sees('one', { criterion: 'stays, and cannot be reached' });
    await tab.press('one');
    await tab.sees('two');
  },
};
