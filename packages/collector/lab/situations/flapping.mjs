// A train ride: the endpoint comes and goes while events keep happening.
export const situation = {
  order: 19,
  title: 'endpoint comes and goes',
  async play(lab) {
    const tab = await lab.open();
    for (let part = 0; part < 8; part++) {
      await (part % 2 === 0 ? lab.receiver.down() : lab.receiver.up());
      await lab.track(tab, part * 25 + 1, part * 25 + 25);
      await lab.pause(300);
    }
    await lab.receiver.up();
    await lab.settle();
    await lab.lastVisit();
  },
};
