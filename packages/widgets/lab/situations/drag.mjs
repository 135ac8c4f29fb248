// The person is dragging a card over the page when the step comes.
export const situation = {
  order: 22,
  title: 'step comes while the person drags',
  css: '#card { position: absolute; left: 60px; top: 420px; width: 120px; height: 60px; background: #cde; } #box { position: absolute; left: 640px; top: 420px; width: 240px; height: 160px; background: #eee; }',
  body: '<header><h1>Orders</h1></header><main><div class="row"><button data-waymark="save">Save</button></div><div id="card">Card</div><div id="box">Box</div></main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  script: `
    const card = document.querySelector('#card');
    window.drag = { moves: 0, dropped: null };
    card.addEventListener('pointerdown', (down) => {
      const move = (event) => {
        drag.moves++;
        card.style.translate = event.clientX - down.clientX + 'px ' + (event.clientY - down.clientY) + 'px';
      };
      const drop = (event) => {
        document.removeEventListener('pointermove', move);
        document.removeEventListener('pointerup', drop);
        drag.dropped = document.elementsFromPoint(event.clientX, event.clientY).map(({ id }) => id).find((id) => id !== 'card');
      };
      document.addEventListener('pointermove', move);
      document.addEventListener('pointerup', drop);
    });`,
  async play(tab) {
    const { mouse } = tab.page;
    await mouse.move(100, 440);
    await mouse.down();
    await mouse.move(200, 460, { steps: 4 });
    await tab.start();
    for (let x = 200; x <= 740; x += 20) {
      await mouse.move(x, 460);
      await tab.pause(30);
    }
    await mouse.up();
    const { moves, dropped } = await tab.evaluate('drag');
    tab.check('drag disturbed', moves >= 28 && dropped === 'box', { moves, dropped });
    await tab.sees('one');
  },
};
