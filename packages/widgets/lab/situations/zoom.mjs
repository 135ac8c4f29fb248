// The person zooms the page to 200 % while a step shows: half the room, twice the pixels.
export const situation = {
  order: 35,
  title: 'page zoomed to 200 %',
  isExamined: true,
  css: 'main > p { display: none; } .row { gap: 40px; margin: 0 0 0 40px; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    const metrics = { width: 500, height: 350, deviceScaleFactor: 2, mobile: false };
    await tab.devtools.send('Emulation.setDeviceMetricsOverride', metrics);
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.press('one');
    await tab.sees('two');
  },
};
