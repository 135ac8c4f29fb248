// The page has made the region of the target inert: a step about it has to be at hand all the same.
export const situation = {
  order: 17,
  title: 'target in an inert region',
  async play(tab) {
    await tab.host("document.querySelector('main').inert = true");
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
