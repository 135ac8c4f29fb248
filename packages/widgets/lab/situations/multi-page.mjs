// A tour that goes on on another page, with a real load in between, and survives a reload there.
const bodyOf = (link, name) =>
  `<header><h1>Orders</h1></header><main><p>${link}</p><div class="row"><button data-waymark="${name}">Here</button></div></main><p class="corner"><button id="other">Other</button></p>`;

export const situation = {
  order: 32,
  title: 'tour over two pages, with a reload',
  steps: [
    { target: 'save', pages: ['/'] },
    { target: 'share', pages: ['/two'] },
  ],
  body: bodyOf('<a href="/two" id="link">Second page</a>', 'save'),
  pages: { '/two': { body: bodyOf('Second page', 'share') } },
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.pause(300);
    await Promise.all([tab.page.waitForURL('**/two'), tab.host("document.querySelector('#link').click()")]);
    await tab.ready();
    await tab.start({ goesOn: true });
    await tab.sees('two');
    await tab.page.reload();
    await tab.ready();
    await tab.start({ goesOn: true });
    await tab.sees('two', { criterion: 'not after the reload' });
  },
};
