// The events come from five tabs of one page at the same time.
const TABS = 5;

export const situation = {
  order: 21,
  title: 'five tabs',
  async play(lab) {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => lab.open()));
    const share = 200 / TABS;
    await Promise.all(tabs.map((tab, index) => lab.track(tab, index * share + 1, (index + 1) * share)));
    await lab.settle();
    await lab.lastVisit();
  },
};
