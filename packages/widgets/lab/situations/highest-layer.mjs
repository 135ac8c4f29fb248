// The target is in a layer of the page's with the highest z-index there is, which is the last thing in the body.
export const situation = {
  order: 28,
  title: 'target in a layer with z-index 2147483647',
  css: '#layer { position: fixed; inset: 40px; z-index: 2147483647; background: #fff; border: 1px solid #999; } #layer .row { margin-top: 80px; }',
  body: '<header><h1>Orders</h1></header><main><p>Orders</p></main>',
  script: `
    document.body.append(host.make('div', { id: 'layer', 'data-host': '' },
      host.make('div', { class: 'row' }, host.button('save'), host.button('share')),
      host.make('p', { class: 'corner' }, host.make('button', { id: 'other' }, 'Other'))));`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
