// Menus of the page's open and close in the top layer while a step shows beside them.
export const situation = {
  order: 27,
  title: 'menus open and close beside a step',
  css: '[popover] { inset: auto; margin: 0; left: 600px; top: 360px; width: 200px; } #tip { top: 500px; }',
  body: '<header><h1>Orders</h1></header><main><div class="row"><button data-waymark="save">Save</button></div></main><div id="menu" popover><button id="item">Item</button></div><div id="tip" popover="manual">Tip</div><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    for (let turn = 0; turn < 3; turn++) {
      await tab.host(
        "document.querySelector('#menu').showPopover(); document.querySelector('#tip').showPopover()",
      );
      await tab.pause(200);
      const isOpen = await tab.evaluate("document.querySelector('#menu').matches(':popover-open')");
      tab.check('closes the menu', isOpen, 'closed');
      await tab.reaches('item', 'menu blocked');
      await tab.host(
        "document.querySelector('#menu').hidePopover(); document.querySelector('#tip').hidePopover()",
      );
    }
    await tab.sees('one', { criterion: 'not back' });
  },
};
