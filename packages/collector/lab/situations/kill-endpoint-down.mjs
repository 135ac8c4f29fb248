// `kill -9` of the whole browser 250 ms after the calls, while nobody answers.
export const situation = {
  order: 7,
  title: '`kill -9` 250 ms after the calls, endpoint down',
  isAlone: true,
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab);
    await lab.pause(250);
    await lab.restart();
    await lab.lastVisit();
  },
};
