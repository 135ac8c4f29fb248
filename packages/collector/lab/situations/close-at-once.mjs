// The tab is closed as soon as the calls have returned.
export const situation = {
  order: 1,
  title: 'tab closed at once',
  async play(lab) {
    const tab = await lab.open();
    await tab.closeAfter('lab.track(1, 200)');
    await lab.lastVisit();
  },
};
