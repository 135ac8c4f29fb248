// The steps of a tour lead in a circle.
export const situation = {
  order: 50,
  title: 'steps in a circle',
  oursOnly: true,
  steps: [
    { target: 'save', next: 'two' },
    { target: 'share', next: 'one' },
  ],
  async play(tab) {
    await tab.start();
    for (let turn = 0; turn < 6; turn++) {
      await tab.sees('one');
      await tab.press('one');
      await tab.sees('two');
      await tab.press('two');
    }
    await tab.sees('one');
    await tab.press('one', 'close');
    await tab.isGone();
  },
};
