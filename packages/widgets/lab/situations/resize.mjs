// The window becomes narrow and wide again; the page turns its row into a column.
export const situation = {
  order: 37,
  title: 'window resized',
  css: '@media (max-width: 700px) { .row { flex-direction: column; gap: 24px; margin: 24px 0 0 340px; } }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.page.setViewportSize({ width: 640, height: 700 });
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.page.setViewportSize({ width: 1_200, height: 500 });
    await tab.sees('one', { criterion: 'does not follow' });
  },
};
