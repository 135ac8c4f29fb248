// The page's own code deletes every database, as many log-out handlers do, while nobody answers.
export const situation = {
  order: 33,
  title: "log-out code deletes the site's databases",
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await lab.track(tab, 1, 100);
    await lab.pause(500);
    await tab.evaluate(`indexedDB.databases().then((all) => {
      for (const { name } of all) indexedDB.deleteDatabase(name);
    })`);
    await lab.pause(200);
    await lab.track(tab, 101, 200);
    await lab.pause(500);
    await lab.receiver.up();
    await lab.settle();
    await lab.lastVisit();
  },
};
