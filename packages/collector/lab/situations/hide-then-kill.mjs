// Another tab comes to the front, and a moment later the whole browser is killed: how a phone ends an app.
export const situation = {
  order: 6,
  title: 'hidden, then killed',
  isAlone: true,
  async play(lab) {
    const tab = await lab.open();
    await lab.track(tab);
    await tab.hide();
    await lab.pause(250);
    await lab.restart();
    await lab.lastVisit();
  },
};
