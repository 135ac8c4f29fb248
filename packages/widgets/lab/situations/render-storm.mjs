// A framework draws the region with new keys sixteen times a second: every node in it is another one each time.
export const situation = {
  order: 4,
  title: 'every node new, sixteen times a second',
  css: 'ul { margin: 80px 0 0 160px; width: 240px; }',
  body: '<header><h1>Orders</h1></header><main id="list"></main><p class="corner"><button id="other">Other</button></p>',
  script: `
    let turn = 0;
    const list = document.querySelector('#list');
    const draw = () => {
      const row = (name) => host.make('li', { 'data-turn': String(turn) }, host.button(name));
      list.replaceChildren(host.make('ul', {}, row('save'), row('edit'), row('share')));
      turn++;
    };
    draw();
    setInterval(draw, 60);`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.holds('one', { during: 2_000 });
    await tab.press('one');
    await tab.sees('two');
    await tab.holds('two');
  },
};
