// Five tabs track at the same time, and each is closed as soon as its calls have returned.
const TABS = 5;

export const situation = {
  order: 22,
  title: 'five tabs, each closed at once',
  async play(lab) {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => lab.open()));
    await Promise.all(
      tabs.map((tab, index) => tab.closeAfter(`lab.track(${index * 40 + 1}, ${index * 40 + 40})`)),
    );
    await lab.lastVisit();
  },
};
