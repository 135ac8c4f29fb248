// The page is printed while a step shows: nothing of it may be on paper.
export const situation = {
  order: 34,
  title: 'page printed',
  backdrop: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.page.emulateMedia({ media: 'print' });
    const { painted } = await tab.remains();
    tab.check('printed', painted.length === 0, painted);
    await tab.page.emulateMedia({ media: null });
    await tab.sees('one', { criterion: 'not back' });
  },
};
