// A browser without Web Locks, two tabs.
export const situation = {
  order: 25,
  title: 'two tabs without Web Locks',
  trouble: "Object.defineProperty(navigator, 'locks', { value: undefined });",
  async play(lab) {
    const tabs = [await lab.open(), await lab.open()];
    await Promise.all(tabs.map((tab, index) => lab.track(tab, index * 100 + 1, index * 100 + 100)));
    await lab.settle();
    await lab.lastVisit();
  },
};
