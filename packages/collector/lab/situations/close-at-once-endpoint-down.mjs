// The tab is closed as soon as the calls have returned and nobody answers: only what the device kept can come later.
export const situation = {
  order: 2,
  title: 'tab closed at once, endpoint down',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await tab.closeAfter('lab.track(1, 200)');
    await lab.pause(500);
    await lab.lastVisit();
  },
};
