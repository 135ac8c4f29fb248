// A table that has only those of its ten thousand rows in the document that can be seen, and uses their nodes again.
export const situation = {
  order: 5,
  title: 'row of a virtualised table',
  css: '#table { height: 300px; width: 420px; margin: 60px 0 0 60px; overflow: auto; position: relative; border: 1px solid #999; } .line { position: absolute; height: 40px; left: 0; right: 0; }',
  body: '<header><h1>Orders</h1></header><main><div id="table" tabindex="0" aria-label="Orders"><div id="all"></div></div></main><p class="corner"><button id="other">Other</button></p>',
  script: `
    const [table, all] = [document.querySelector('#table'), document.querySelector('#all')];
    all.style.height = 10_000 * 40 + 'px';
    const lines = Array.from({ length: 9 }, () => all.appendChild(host.make('div', { class: 'line' }, host.make('button'))));
    const draw = () => {
      const first = Math.floor(table.scrollTop / 40);
      lines.forEach((line, i) => {
        const n = first + i;
        line.style.top = n * 40 + 'px';
        line.firstChild.textContent = 'Order ' + n;
        const name = { 3: 'save', 6: 'share' }[n];
        if (name) line.firstChild.setAttribute('data-waymark', name);
        else line.firstChild.removeAttribute('data-waymark');
      });
    };
    draw();
    table.addEventListener('scroll', draw);`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('#table').scrollTop = 4_000");
    await tab.host("document.querySelector('#table').scrollTop = 0");
    await tab.sees('one', { criterion: 'not back' });
    await tab.host("document.querySelector('#table').scrollTop = 20");
    await tab.sees('one', { criterion: 'does not follow' });
  },
};
