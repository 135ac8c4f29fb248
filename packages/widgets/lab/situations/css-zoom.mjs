// The page makes itself larger by `zoom` on its root.
export const situation = {
  order: 36,
  title: '`zoom: 1.5` on the root',
  css: 'html { zoom: 1.5; } .row { gap: 120px; margin: 60px 0 0 60px; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
