// The network goes away, events happen, and the tab is closed at once.
export const situation = {
  order: 18,
  title: 'offline, tab closed at once',
  async play(lab) {
    const tab = await lab.open();
    await tab.offline(true);
    await tab.closeAfter('lab.track(1, 200)');
    await lab.pause(500);
    await lab.lastVisit();
  },
};
