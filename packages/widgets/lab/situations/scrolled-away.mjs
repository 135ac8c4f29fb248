// The person scrolls the list in which the target stands until it is out of it.
export const situation = {
  order: 11,
  title: 'target scrolled out of its list',
  css: '#list { overflow: auto; height: 260px; width: 360px; margin: 40px 0 0 120px; border: 1px solid #999; } #list p { height: 60px; }',
  body: `<header><h1>Orders</h1></header><main><div id="list" tabindex="0" aria-label="Orders"><p>Order 1</p><p><button data-waymark="save">Save</button></p>${'<p>Another order</p>'.repeat(20)}</div></main><p class="corner"><button id="other">Other</button></p>`,
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("document.querySelector('#list').scrollTop += 40");
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.leavesWith("document.querySelector('#list').scrollTop = 900");
    await tab.host("document.querySelector('#list').scrollTop = 0");
    await tab.sees('one', { criterion: 'not back' });
  },
};
