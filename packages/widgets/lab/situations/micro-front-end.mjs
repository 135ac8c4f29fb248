// Two parts of the page have each brought a copy of the library, and both show the same person their campaigns.
export const situation = {
  order: 52,
  title: 'two copies on one page',
  oursOnly: true,
  async play(tab) {
    await tab.host('await host.copy()');
    await Promise.all([tab.start({ copy: 0 }), tab.start({ copy: 1 })]);
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
    await tab.press('two', 'close');
    await tab.isGone();
  },
};
