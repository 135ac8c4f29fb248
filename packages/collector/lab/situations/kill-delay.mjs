// How long after `track()` a kill costs nothing: the same kill after 0, 5, 10, 25, 50, 100 and 250 ms, and once without
// waiting for the calls to return. A kill in the same millisecond cannot be survived by anybody, so this row is measured
// and has no pass mark.
const AT_ONCE = -1;
const DELAYS = [AT_ONCE, 0, 5, 10, 25, 50, 100, 250];

export const situation = {
  order: 47,
  title: '`kill -9` right after the calls, endpoint down (measured)',
  isMeasured: true,
  isAlone: true,
  oursOnly: true,
  async play(lab) {
    const survived = {};
    for (const delay of DELAYS) {
      const tab = await lab.open();
      await tab.evaluate('new Promise((done) => setTimeout(done, 300))');
      await lab.receiver.down();
      const tracked = lab.track(tab).catch(() => {});
      if (delay !== AT_ONCE) await tracked;
      if (delay > 0) await lab.pause(delay);
      await lab.restart();
      await lab.lastVisit();
      survived[delay] = lab.arrived();
      lab.receiver.stored.length = 0;
    }
    return { survived };
  },
};
