// The target is far down in a list that is far down in a panel.
export const situation = {
  order: 12,
  title: 'target far down in nested scrollers',
  css: '#panel { overflow: auto; height: 460px; width: 520px; margin-left: 100px; border: 1px solid #999; } #list { overflow: auto; height: 240px; width: 360px; border: 1px solid #ccc; } #list p, .tall { height: 60px; } .tall { height: 900px; }',
  body: `<header><h1>Orders</h1></header><main><div id="panel" tabindex="0" aria-label="Panel"><div class="tall">Above</div><div id="list" tabindex="0" aria-label="Orders">${'<p>Another order</p>'.repeat(12)}<p><button data-waymark="save">Save</button></p>${'<p>Another order</p>'.repeat(12)}</div><div class="tall">Below</div></div></main><p class="corner"><button id="other">Other</button></p>`,
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("document.querySelector('#list').scrollTop -= 40");
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.host("document.querySelector('#panel').scrollTop += 30");
    await tab.sees('one', { criterion: 'does not follow' });
  },
};
