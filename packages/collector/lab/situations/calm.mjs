// Nothing goes wrong: the control for everything else.
export const situation = {
  order: 0,
  title: 'nothing goes wrong',
  async play(lab) {
    const tab = await lab.open();
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit();
  },
};
