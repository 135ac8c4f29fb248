// The device's clock jumps two days ahead and then far back between the calls, while nobody answers.
export const situation = {
  order: 36,
  title: 'clock jumps ahead and back, endpoint down',
  trouble: `
    window.labShift = 0;
    const RealDate = Date;
    window.Date = class extends RealDate {
      constructor(...args) { args.length ? super(...args) : super(RealDate.now() + labShift); }
      static now() { return RealDate.now() + labShift; }
    };`,
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab, 1, 70);
    await tab.evaluate('labShift = 2 * 864e5');
    await lab.track(tab, 71, 140);
    await lab.pause(300);
    await tab.evaluate('labShift = -30 * 864e5');
    await lab.track(tab, 141, 200);
    await lab.pause(300);
    await lab.receiver.up();
    await lab.settle();
    await lab.lastVisit();
  },
};
