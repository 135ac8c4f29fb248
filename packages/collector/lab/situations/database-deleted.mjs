// The browser wipes the site's IndexedDB (and its open connections) under the living page while nobody answers.
export const situation = {
  order: 32,
  title: 'IndexedDB deleted under the page, endpoint down',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab, 1, 100);
    await lab.pause(500);
    const origin = new URL(lab.receiver.page).origin;
    await tab.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await lab.track(tab, 101, 200);
    await lab.pause(500);
    await lab.receiver.up();
    await lab.settle();
    await lab.lastVisit();
  },
};
