// The tab is closed in the same task as the calls.
export const situation = {
  order: 1,
  title: 'tab closed at once',
  async play(lab) {
    const tab = await lab.open();
    await tab.closeAfter('lab.track(1, 200)');
    await lab.lastVisit();
  },
};
