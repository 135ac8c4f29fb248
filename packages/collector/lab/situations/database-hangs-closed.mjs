// IndexedDB never answers, nobody answers, and the tab is closed at once: a small entry elsewhere is all there is.
export const situation = {
  order: 30,
  title: 'IndexedDB hangs, endpoint down, tab closed at once',
  trouble: 'indexedDB.constructor.prototype.open = () => new EventTarget();',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await tab.closeAfter('lab.track(1, 200)');
    await lab.pause(500);
    await lab.lastVisit();
  },
};
