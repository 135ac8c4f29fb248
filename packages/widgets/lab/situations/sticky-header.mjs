// A header stays at the top and lies over what scrolls under it.
export const situation = {
  order: 13,
  title: 'sticky header lies over the target',
  css: 'header { position: sticky; top: 0; height: 90px; background: #eee; z-index: 20; } .tall { height: 1400px; } .row { margin-top: 40px; } .corner { position: fixed; }',
  body: '<header><h1>Orders</h1></header><main><div class="tall">Above</div><div class="row"><button data-waymark="save">Save</button></div><div class="tall">Below</div></main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  backdrop: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    // The header stands over it now, although nothing cuts it off.
    await tab.leavesWith("scrollTo(0, host.at('save').getBoundingClientRect().top + scrollY - 40)");
    await tab.host("scrollTo(0, host.at('save').getBoundingClientRect().top + scrollY - 300)");
    await tab.sees('one', { criterion: 'not back' });
  },
};
