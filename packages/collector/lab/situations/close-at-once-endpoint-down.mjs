// The tab is closed in the same task as the calls and nobody answers: only what the device kept can come later.
export const situation = {
  order: 2,
  title: 'tab closed at once, endpoint down',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await tab.closeAfter('lab.track(1, 200)');
    await lab.lastVisit();
  },
};
