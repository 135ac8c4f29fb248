// The site's IndexedDB fills up between the first half of the events and the second.
export const situation = {
  order: 28,
  title: 'storage fills up while the endpoint is down',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab, 1, 100);
    await lab.pause(500);
    const origin = new URL(lab.receiver.page).origin;
    await tab.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await lab.track(tab, 101, 200);
    await lab.pause(500);
    await lab.receiver.up();
    await lab.settle();
    await lab.lastVisit();
  },
};
