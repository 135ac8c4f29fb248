// A bad day: `kill -9` after the calls, then again while the next two visits are catching up.
export const situation = {
  order: 8.5,
  title: '`kill -9` three times, each while catching up',
  isAlone: true,
  async play(lab) {
    const first = await lab.open();
    lab.receiver.fault = (_, reply) => reply.hold();
    await lab.track(first, 1, 100);
    await lab.pause(250);
    await lab.restart();
    const second = await lab.open();
    await lab.track(second, 101, 200);
    await lab.pause(250);
    await lab.restart();
    await lab.open();
    await lab.pause(250);
    await lab.restart();
    await lab.lastVisit();
  },
};
