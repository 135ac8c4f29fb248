// Nothing goes wrong: the control for everything else.
export const situation = {
  order: 0,
  title: 'nothing goes wrong',
  isExamined: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
    await tab.press('two');
    await tab.isGone();
  },
};
