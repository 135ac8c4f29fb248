// A small phone: 320 pixels.
export const situation = {
  order: 38,
  title: 'screen 320 pixels wide',
  isExamined: true,
  context: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  css: '.row { gap: 24px; margin: 24px 0 0 0; justify-content: end; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    const { box } = await tab.look('one');
    tab.check('wider than the screen', box.left >= 0 && box.right <= 320, box);
    await tab.press('one');
    await tab.sees('two');
  },
};
