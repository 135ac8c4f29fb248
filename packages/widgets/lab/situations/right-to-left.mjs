// A page in a script that runs from right to left.
export const situation = {
  order: 39,
  title: 'page from right to left',
  isExamined: true,
  direction: 'rtl',
  language: 'ar',
  css: '.row { margin: 120px 180px 0 0; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
