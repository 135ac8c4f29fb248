// The page's own code empties localStorage while nobody answers, and the tab is closed.
export const situation = {
  order: 34,
  title: 'log-out code clears localStorage, tab closed',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab);
    await lab.pause(500);
    await tab.closeAfter('localStorage.clear()');
    await lab.lastVisit();
  },
};
