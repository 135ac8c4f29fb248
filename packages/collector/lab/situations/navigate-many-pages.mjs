// A classic site: ten pages, twenty events on each, every one left in the same task as its last call.
export const situation = {
  order: 5,
  title: 'ten pages, each left at once',
  async play(lab) {
    const tab = await lab.open();
    for (let page = 0; page < 10; page++) {
      await tab.leave(`lab.track(${page * 20 + 1}, ${page * 20 + 20}); location.href = '/?page=${page}'`);
      await tab.evaluate('lab.ready');
    }
    await lab.lastVisit();
  },
};
