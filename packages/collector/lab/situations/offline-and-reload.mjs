// The network goes away, events happen, the person reloads in vain, and the network comes back.
export const situation = {
  order: 17,
  title: 'offline, reload, online',
  async play(lab) {
    const tab = await lab.open();
    await tab.offline(true);
    await lab.track(tab);
    await lab.pause(500);
    await tab.navigate(`${lab.receiver.page}?again`);
    await tab.offline(false);
    await tab.navigate(lab.receiver.page);
    await lab.lastVisit();
  },
};
