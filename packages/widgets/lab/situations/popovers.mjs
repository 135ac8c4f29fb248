// The targets are in a menu of the page's that is a popover, and a notice of the page's is another one above everything.
export const situation = {
  order: 26,
  title: 'targets in a popover, others open',
  css: '[popover] { inset: auto; margin: 0; } #menu { left: 200px; top: 160px; width: 200px; } #notice { right: 16px; bottom: 16px; } #menu button { display: block; }',
  body: '<header><h1>Orders</h1></header><main><p>Orders</p></main><div id="notice" popover="manual">Saved.</div><div id="menu" popover><button data-waymark="save">Save</button><button data-waymark="share">Share</button></div><p class="corner"><button id="other">Other</button></p>',
  async play(tab) {
    const isOpen = () => tab.evaluate("document.querySelector('#menu').matches(':popover-open')");
    await tab.host(
      "document.querySelector('#menu').showPopover(); document.querySelector('#notice').showPopover()",
    );
    await tab.start();
    await tab.sees('one');
    tab.check('closes the menu', await isOpen(), 'closed');
    await tab.press('one');
    await tab.sees('two');
    tab.check('closes the menu', await isOpen(), 'closed by Next');
  },
};
