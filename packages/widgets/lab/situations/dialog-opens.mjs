// The page opens a modal dialog over a step: the dialog goes first, and the step is there again after it.
export const situation = {
  order: 24,
  title: 'modal dialog opened over a step',
  css: '#ask { width: 100%; height: 100%; max-width: 700px; max-height: 560px; }',
  body: '<header><h1>Orders</h1></header><main><div class="row"><button data-waymark="save">Save</button></div></main><p class="corner"><button id="other">Other</button></p><dialog id="ask" aria-label="Sure?"><p>Sure?</p><button id="sure">Sure</button></dialog>',
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("document.querySelector('#ask').showModal()");
    await tab.pause(700);
    await tab.reaches('sure', 'dialog blocked');
    await tab.page.keyboard.press('Escape');
    await tab.pause(100);
    tab.check('dialog blocked', !(await tab.evaluate("document.querySelector('#ask').open")), 'Escape');
    await tab.sees('one', { criterion: 'not back' });
  },
};
